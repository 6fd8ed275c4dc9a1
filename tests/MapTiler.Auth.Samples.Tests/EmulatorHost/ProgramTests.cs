using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using MapTiler.Emulator;

namespace MapTiler.Samples.Tests.EmulatorHost;

/// <summary>Runs the sample in a separate process, as programs in other languages do.</summary>
public sealed class ProgramTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_prints_its_URL_and_credentials_that_work()
    {
        using var process = Start("--port", "0", "--seed", "host");
        try
        {
            var url = await ReadAsync(process, "URL: ");
            var key = await ReadAsync(process, "API key: ");
            var token = await ReadAsync(process, "Service token: ");

            using var client = new HttpClient { BaseAddress = new(url) };
            using var response = await client.GetAsync($"geocoding/Brno.json?key={key}", Cancellation);
            using var page = await client.GetAsync("", Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Matches("^[0-9a-f]{32}_[0-9a-f]{64}$", token);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Program_with_an_image_option_serves_the_image()
    {
        using var process = Start("--image", "plan=1000x600", "--until-input-ends");
        try
        {
            var url = await ReadAsync(process, "URL: ");
            var key = await ReadAsync(process, "API key: ");

            using var client = new HttpClient { BaseAddress = new(url) };
            var image = await client.GetStringAsync($"images/plan/image.json?key={key}", Cancellation);
            Assert.Contains("1000", image);
            Assert.Contains("600", image);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Program_with_an_https_option_uses_the_certificate_that_it_writes()
    {
        var folder = Directory.CreateTempSubdirectory("maptiler-https-");
        var certificate = Path.Combine(folder.FullName, "certificate.pem");
        using var process = Start("--https", certificate);
        try
        {
            var url = await ReadAsync(process, "URL: ");
            using var trusted = X509CertificateLoader.LoadCertificateFromFile(certificate);
            using var client = new HttpClient(new SocketsHttpHandler
            {
                SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { trusted }, RevocationMode = X509RevocationMode.NoCheck } },
            });

            using var page = await client.GetAsync(url, Cancellation);

            Assert.StartsWith("https://127.0.0.1:", url, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
        finally
        {
            process.Kill();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Program_with_until_input_ends_stops_at_the_end_of_its_input()
    {
        using var process = Start("--until-input-ends");
        try
        {
            await ReadAsync(process, "URL: ");
            Assert.False(process.HasExited);

            process.StandardInput.Close();

            await process.WaitForExitAsync(Cancellation);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Program_with_help_prints_the_options()
    {
        var (code, output, _) = await RunAsync("--help");
        Assert.Equal(0, code);
        Assert.Contains("--port", output);
    }

    [Theory]
    [InlineData("--port must be a number from 0 to 65535, not '70000'. Run with --help for a list of the options.", "--port", "70000")]
    [InlineData("--image must be an id and a size such as plan=1000x600, not 'plan'. Run with --help for a list of the options.", "--image", "plan")]
    [InlineData("--image must be an id and a size such as plan=1000x600, not 'plan=0x600'. Run with --help for a list of the options.", "--image", "plan=0x600")]
    [InlineData("--listen must be an IP address, not 'everywhere'. Run with --help for a list of the options.", "--listen", "everywhere")]
    [InlineData("--prot is unknown or has no value. Run with --help for a list of the options.", "--prot")]
    [InlineData("'8080' is not an option. Run with --help for a list of the options.", "8080")]
    public async Task Program_with_invalid_options_prints_the_error(string error, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((1, "", error), (code, output, errors.Trim()));
    }

    [Fact]
    public async Task Program_with_a_port_in_use_prints_an_error_with_the_port()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancellation);
        var port = emulator.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (code, output, errors) = await RunAsync("--port", port);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($":{port}: address already in use", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Globalization_invariant_mode_is_an_error_that_names_ICU()
    {
        var start = CreateStart();
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";

        var (code, output, errors) = await RunAsync(start);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("Install ICU", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    // The dotnet executable of this process, which may not be in the PATH.
    private static readonly string Dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");

    private static ProcessStartInfo CreateStart(params string[] arguments) => new(Dotnet, [Path.Combine(AppContext.BaseDirectory, "EmulatorHost.dll"), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static Process Start(params string[] arguments) => Process.Start(CreateStart(arguments))!;

    private static Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(CreateStart(arguments));

    private static async Task<(int Code, string Output, string Errors)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
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
