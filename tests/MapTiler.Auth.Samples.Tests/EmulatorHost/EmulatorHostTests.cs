using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
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
    public async Task An_image_can_be_added()
    {
        using var process = Start("--image", "plan=1000x600", "--until-input-ends");
        try
        {
            var address = await ReadAsync(process, "Address: ");
            var key = await ReadAsync(process, "API key: ");

            using var client = new HttpClient { BaseAddress = new(address) };
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
    public async Task It_ends_with_its_input_if_it_is_told_to()
    {
        using var process = Start("--until-input-ends");
        try
        {
            await ReadAsync(process, "Address: ");
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
    public async Task It_explains_itself()
    {
        var (code, output, _) = await RunAsync("--help");
        Assert.Equal(0, code);
        Assert.Contains("--port", output);
    }

    [Theory]
    [InlineData("--port takes a number from 0 to 65535, not '70000'. Try --help.", "--port", "70000")]
    [InlineData("--image takes an id and a size such as plan=1000x600, not 'plan'. Try --help.", "--image", "plan")]
    [InlineData("--image takes an id and a size such as plan=1000x600, not 'plan=0x600'. Try --help.", "--image", "plan=0x600")]
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

    // The program that runs this process, which need not be in the path.
    private static readonly string Dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Dotnet, [Path.Combine(AppContext.BaseDirectory, "EmulatorHost.dll"), .. arguments])
        {
            RedirectStandardInput = true,
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
