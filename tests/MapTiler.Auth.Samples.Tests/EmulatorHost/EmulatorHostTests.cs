using System.Diagnostics;
using System.Net;
using MapTiler.Emulator;

namespace MapTiler.Samples.Tests.EmulatorHost;

/// <summary>The sample in a process of its own, as scripts in other languages run it.</summary>
public sealed class EmulatorHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_prints_where_it_listens_and_what_opens_it()
    {
        using var process = Start("--port", "0", "--seed", "host");
        try
        {
            var address = await ReadAsync(process, "Address: ");
            var key = await ReadAsync(process, "API key: ");
            var token = await ReadAsync(process, "Service token: ");

            using var client = new HttpClient { BaseAddress = new(address) };
            using var answer = await client.GetAsync($"geocoding/Brno.json?key={key}", Cancellation);
            using var page = await client.GetAsync("", Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Matches("^[0-9a-f]{32}_[0-9a-f]{64}$", token);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task It_explains_itself()
    {
        var (code, output, _) = await RunAsync("--help");
        Assert.Equal(0, code);
        Assert.Contains("--port", output);
    }

    [Theory]
    [InlineData("--port takes a number from 0 to 65535, not '70000'. Try --help.", "--port", "70000")]
    [InlineData("--listen takes an IP address, not 'everywhere'. Try --help.", "--listen", "everywhere")]
    [InlineData("--prot is unknown or lacks its value. Try --help.", "--prot")]
    [InlineData("'8080' is not an option. Try --help.", "8080")]
    public async Task It_says_what_is_wrong(string error, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((1, "", error), (code, output, errors.Trim()));
    }

    [Fact]
    public async Task A_port_in_use_is_an_error_that_names_it()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancellation);
        var port = emulator.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (code, output, errors) = await RunAsync("--port", port);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($":{port}: address already in use", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EmulatorHost.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await errors);
    }

    private static async Task<string> ReadAsync(Process process, string label)
    {
        var line = await process.StandardOutput.ReadLineAsync(Cancellation);
        Assert.StartsWith(label, line);
        return line![label.Length..];
    }
}
