using System.Text.Json;

namespace MapTiler.Tool;

/// <summary>The configuration file, which contains a profile for each account.</summary>
internal sealed class Configuration
{
    /// <summary>The profile that is used if no other credential is found.</summary>
    public string? DefaultProfile { get; set; }

    /// <summary>The settings by profile.</summary>
    public Dictionary<string, Dictionary<string, string>> Profiles { get; set; } = [];

    /// <summary>The path of the file: in <c>XDG_CONFIG_HOME</c> or <c>~/.config</c>, or in <c>%APPDATA%</c> on Windows.</summary>
    public static string Path => Setting.Read("MAPTILER_CONFIG") ?? System.IO.Path.Combine(Folder, "maptiler", "config.json");

    private static string Folder => OperatingSystem.IsWindows()
        ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
        : Setting.Read("XDG_CONFIG_HOME") ?? System.IO.Path.Combine(Setting.Read("HOME") ?? "/", ".config");

    /// <summary>Reads the file; returns an empty configuration if it does not exist.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static Configuration Load()
    {
        try
        {
            using var stream = File.OpenRead(Path);
            var configuration = JsonSerializer.Deserialize(stream, ToolJson.Default.Configuration) ?? new();
            foreach (var setting in configuration.Profiles.Values.SelectMany(profile => profile.Keys))
            {
                if (!Setting.Variables.ContainsKey(setting))
                    throw new UsageException($"The configuration file {Path} has the unknown setting '{setting}'. The settings are: {string.Join(", ", Setting.Variables.Keys)}.");
            }

            return configuration;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The configuration file cannot be read. {e.Message}", e);
        }
        catch (JsonException e)
        {
            // the message of the exception could contain a part of the file
            throw new UsageException($"The configuration file {Path} is not valid JSON, or a setting is not a string (line {e.LineNumber + 1}).", e);
        }
    }
}
