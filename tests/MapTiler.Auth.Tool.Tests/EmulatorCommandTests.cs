using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MapTiler.Emulator;
using MapTiler.Tool.Commands;

namespace MapTiler.Tool.Tests;

public sealed class EmulatorCommandTests : IDisposable
{
    private static readonly string[] Quiet = ["emulator", "--quiet", "--until-input-ends"];

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Emulator_prints_its_addresses_as_JSON_and_responds_until_its_input_ends()
    {
        using var process = _tool.Start(Tool.Executable, [.. Quiet, "--json"]);
        var started = await ReadAsync(process);

        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{started.GetProperty("url")}geocoding/Z%C3%BCrich.json?key={started.GetProperty("apiKey")}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        process.StandardInput.Close();
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Emulator_shows_each_request_without_its_key()
    {
        using var process = _tool.Start(Tool.Executable, "emulator", "--until-input-ends", "--json", "--image", "plan=1000x600");
        var started = await ReadAsync(process);

        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{started.GetProperty("url")}images/plan/image.json?key={started.GetProperty("apiKey")}"), TestContext.Current.CancellationToken);
        var request = await ReadAsync(process);

        Assert.Equal(("/images/plan/image.json?key=***", 200, "default"),
            (request.GetProperty("target").GetString(), request.GetProperty("status").GetInt32(), request.GetProperty("keyName").GetString()));
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Emulator_ends_at_a_signal()
    {
        using var process = _tool.Start(Tool.Executable, "emulator", "--quiet");
        Assert.StartsWith("URL: http://127.0.0.1:", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Line_of_the_emulator_to_paste_configures_the_program()
    {
        using var process = _tool.Start(Tool.Executable, Quiet);
        string? previous, line = null;
        do
            (previous, line) = (line, await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        while (line is not null && !line.StartsWith("export ", StringComparison.Ordinal));

        Assert.Contains("applications", previous, StringComparison.Ordinal);
        var result = await _tool.RunShellAsync($"{line}; maptiler geocode Brno --limit 1 && maptiler keys list");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Brno", result.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("default\t", result.Lines[1], StringComparison.Ordinal);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Line_to_paste_in_PowerShell_sets_the_same_variables()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            $"$env:MAPTILER_API_KEY='{emulator.ApiKey}'; $env:MAPTILER_BASE_ADDRESS='{emulator.BaseAddress}'; $env:MAPTILER_SERVICE_TOKEN='{emulator.ServiceToken}'; $env:MAPTILER_SERVICE_BASE_ADDRESS='{emulator.ServiceBaseAddress}'",
            EmulatorCommand.CommandToPaste(emulator, isPowerShell: true));
    }

    [Fact]
    public async Task Emulator_with_https_uses_the_certificate_that_it_writes()
    {
        using var process = _tool.Start(Tool.Executable, [.. Quiet, "--json", "--https", "certificate.pem"]);
        var url = (await ReadAsync(process)).GetProperty("url").GetString()!;
        using var trusted = X509CertificateLoader.LoadCertificateFromFile(_tool.PathOf("certificate.pem"));
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { trusted }, RevocationMode = X509RevocationMode.NoCheck } },
        });

        using var page = await client.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.StartsWith("https://127.0.0.1:", url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Globalization_invariant_mode_is_one_line_that_names_ICU()
    {
        _tool["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";

        Assert.Contains("Install ICU", (await _tool.RunAsync(Quiet)).ErrorLine(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_the_emulator_contains_no_options_of_an_account()
    {
        var help = (await _tool.RunAsync("emulator", "--help")).Output;

        Assert.Contains("--json", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--key-file", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port 70000", 2, "0 to 65535")]
    [InlineData("--listen here", 2, "not an IP address")]
    [InlineData("--image plan", 2, "plan=1000x600")]
    [InlineData("--image plan=0x600", 2, "plan=1000x600")]
    public async Task Invalid_option_is_one_line(string options, int exitCode, string message) =>
        Assert.Contains(message, (await _tool.RunAsync([.. Quiet, .. options.Split(' ')])).ErrorLine(exitCode), StringComparison.Ordinal);

    [Fact]
    public async Task Port_that_is_in_use_is_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains("another --port", (await _tool.RunAsync([.. Quiet, "--port", port])).ErrorLine(1), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadAsync(Process process) =>
        new ToolResult(0, await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "", "").Json("emulator");
}
