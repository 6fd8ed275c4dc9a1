using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MapTiler.Tests.DependencyInjection;

[Collection(nameof(UsesEnvironment))]
public class OptionsConfigurationTests
{
    [Fact]
    public void AddMapTiler_reads_the_environment_variables()
    {
        using var environment = new EnvironmentVariables(" from-environment\n", TestToken.Text);

        var options = ValidatedOptions.Get(services => services.AddMapTiler());

        Assert.Equal("from-environment", options.ApiKey);
        Assert.Equal(TestToken.Text, options.ServiceToken);
    }

    [Fact]
    public void Base_addresses_of_the_environment_are_used_with_its_credential_only()
    {
        using var environment = new EnvironmentVariables("from-environment", TestToken.Text, "http://127.0.0.1:8080/", "http://127.0.0.1:8081/");

        var options = ValidatedOptions.Get(services => services.AddMapTiler());
        var ofDelegate = ValidatedOptions.Get(services => services.AddMapTiler(o => o.BaseAddress = new Uri("http://localhost:1/")));
        var withOwnKey = ValidatedOptions.Get(services => services.AddMapTiler(o => o.ApiKey = "own-key"));

        Assert.Equal(("http://127.0.0.1:8080/", "http://127.0.0.1:8081/"), (options.BaseAddress.AbsoluteUri, options.ServiceBaseAddress.AbsoluteUri));
        Assert.Equal(("http://localhost:1/", "http://127.0.0.1:8081/"), (ofDelegate.BaseAddress.AbsoluteUri, ofDelegate.ServiceBaseAddress.AbsoluteUri));
        Assert.Equal(("https://api.maptiler.com/", "https://service.maptiler.com/"), (withOwnKey.BaseAddress.AbsoluteUri, withOwnKey.ServiceBaseAddress.AbsoluteUri));
        Assert.Null(withOwnKey.ServiceToken);
    }

    [Fact]
    public void Base_address_of_the_environment_that_is_not_a_url_is_rejected_without_quoting_it()
    {
        using var environment = new EnvironmentVariables("from-environment", baseAddress: Secrets.Key);

        var error = Assert.Throws<OptionsValidationException>(() => ValidatedOptions.Get(services => services.AddMapTiler()));

        Assert.Equal("The environment variable MAPTILER_BASE_ADDRESS is not an absolute URL.", error.Message);
    }

    [Fact]
    public void Configuration_overrides_the_environment_and_the_delegate_overrides_both()
    {
        using var environment = new EnvironmentVariables("from-environment");
        var configuration = ValidatedOptions.Configuration(("MapTiler:ApiKey", "from-configuration"), ("MapTiler:UserAgent", "configured/1"));

        void Register(IServiceCollection services) => services.AddSingleton(configuration).AddMapTiler();
        void RegisterDelegate(IServiceCollection services) => services.AddSingleton(configuration).AddMapTiler(o => o.ApiKey = "from-delegate");

        Assert.Equal("from-configuration", ValidatedOptions.Get(Register).ApiKey);
        Assert.Equal("from-delegate", ValidatedOptions.Get(RegisterDelegate).ApiKey);
        Assert.Equal("configured/1", ValidatedOptions.Get(RegisterDelegate).UserAgent);
    }

    [Fact]
    public void AddMapTiler_with_a_section_reads_that_section()
    {
        using var environment = new EnvironmentVariables("from-environment");
        var configuration = ValidatedOptions.Configuration(("MapTiler:ApiKey", "default"), ("Maps:ApiKey", "from-section"));

        Assert.Equal("from-section", ValidatedOptions.Get(services => services.AddSingleton(configuration).AddMapTiler(configuration.GetSection("Maps"))).ApiKey);
        Assert.Equal("from-environment", ValidatedOptions.Get(services => services.AddSingleton(configuration).AddMapTiler(configuration.GetSection("Nothing"))).ApiKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Blank_value_in_the_configuration_does_not_override_the_environment(string? blank)
    {
        using var environment = new EnvironmentVariables("from-environment", TestToken.Text);

        var options = ValidatedOptions.Get(services => services
            .AddSingleton(ValidatedOptions.Configuration(("MapTiler:ApiKey", blank), ("MapTiler:ServiceToken", blank))).AddMapTiler());

        Assert.Equal("from-environment", options.ApiKey);
        Assert.Equal(TestToken.Text, options.ServiceToken);
    }

    [Fact]
    public void Key_in_the_environment_is_ignored_if_a_token_is_configured()
    {
        using var environment = new EnvironmentVariables("from-environment");

        Assert.Null(ValidatedOptions.Get(services => services.AddMapTiler(o => o.ServiceToken = TestToken.Text)).ApiKey);
    }

    [Fact]
    public void AddMapTiler_with_a_whole_configuration_reads_its_own_ApiKey()
    {
        using var environment = new EnvironmentVariables();
        var root = ValidatedOptions.Configuration(("ApiKey", "of-the-root"), ("MapTiler:ApiKey", "of-the-section"));

        Assert.Equal("of-the-root", ValidatedOptions.Get(services => services.AddMapTiler(root)).ApiKey);
    }

    [Fact]
    public void Named_account_ignores_the_environment()
    {
        using var environment = new EnvironmentVariables("from-environment", TestToken.Text);
        var configuration = ValidatedOptions.Configuration(("MapTiler:ApiKey", "default"), ("MapTiler:tenant-b:ApiKey", "from-b"));

        Assert.Contains("MapTiler:tenant-a:ApiKey is missing", Assert.Single(ValidatedOptions.Failures(_ => { })), StringComparison.Ordinal);
        Assert.Equal("from-b", ValidatedOptions.Get(services => services.AddSingleton(configuration).AddMapTiler("tenant-b", _ => { }), "tenant-b").ApiKey);
        Assert.Null(ValidatedOptions.Get(services => services.AddSingleton(configuration).AddMapTiler("tenant-b", _ => { }), "tenant-b").ServiceToken);
    }

    [Fact]
    public void Accounts_have_separate_options()
    {
        using var environment = new EnvironmentVariables();
        void Register(IServiceCollection services)
        {
            services.AddMapTiler(o => o.ApiKey = "default");
            services.AddMapTiler("tenant-a", o => o.ApiKey = "a");
            services.AddMapTiler("tenant-b", o => o.ApiKey = "b");
        }

        Assert.Equal("default", ValidatedOptions.Get(Register).ApiKey);
        Assert.Equal("a", ValidatedOptions.Get(Register, "tenant-a").ApiKey);
        Assert.Equal("b", ValidatedOptions.Get(Register, "tenant-b").ApiKey);
    }

    [Fact]
    public void Invalid_values_in_the_environment_are_rejected()
    {
        using var environment = new EnvironmentVariables("c4nary c4nary", "c4nary");

        var error = Assert.Throws<OptionsValidationException>(() => ValidatedOptions.Get(services => services.AddMapTiler()));

        Assert.Equal(2, error.Failures.Count());
        Assert.DoesNotContain("c4nary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_without_dependency_injection_ignores_the_environment()
    {
        using var environment = new EnvironmentVariables("from-environment", TestToken.Text);

        var error = Assert.Throws<OptionsValidationException>(() => new MapTilerClient(new MapTilerOptions()));

        Assert.DoesNotContain("MAPTILER_API_KEY", error.Message, StringComparison.Ordinal);
        Assert.Contains("reads neither the configuration nor the environment", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_without_a_key_fails_to_start_with_the_settings_to_use()
    {
        using var environment = new EnvironmentVariables();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMapTiler();
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("MapTiler:ApiKey is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("MAPTILER_API_KEY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_validates_named_accounts_at_start()
    {
        using var environment = new EnvironmentVariables();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMapTiler(o => o.ApiKey = "k");
        builder.Services.AddMapTiler("tenant-a", _ => { });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("MapTiler:tenant-a:ApiKey is missing", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MAPTILER_API_KEY", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AllowInsecureBaseAddress")]
    [InlineData("AllowMissingCredential")]
    [InlineData("ReplaceUserAgent")]
    [InlineData("Authentication")]
    [InlineData("BaseAddress")]
    [InlineData("ServiceBaseAddress")]
    public void Credential_in_an_option_of_another_type_is_rejected_and_not_repeated(string option)
    {
        var configuration = ValidatedOptions.Configuration(("MapTiler:ApiKey", "k"), ("MapTiler:" + option, Secrets.Key));

        var error = Assert.Throws<OptionsValidationException>(() => ValidatedOptions.Get(services => services.AddSingleton(configuration).AddMapTiler()));

        Assert.StartsWith("MapTiler:" + option, Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Host_with_a_key_starts()
    {
        using var environment = new EnvironmentVariables();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("MapTiler:ApiKey", "  k\r\n")]);
        builder.Services.AddMapTiler();
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal("k", host.Services.GetRequiredService<IOptions<MapTilerOptions>>().Value.ApiKey);
    }

    [Fact]
    public void AddMapTiler_with_a_null_argument_throws()
    {
        var services = new ServiceCollection();

        Assert.Equal("services", Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddMapTiler()).ParamName);
        Assert.Equal("configure", Assert.Throws<ArgumentNullException>(() => services.AddMapTiler((Action<MapTilerOptions>)null!)).ParamName);
        Assert.Equal("section", Assert.Throws<ArgumentNullException>(() => services.AddMapTiler((IConfiguration)null!)).ParamName);
        Assert.Equal("account", Assert.Throws<ArgumentNullException>(() => services.AddMapTiler(null!, _ => { })).ParamName);
        Assert.Equal("configure", Assert.Throws<ArgumentNullException>(() => services.AddMapTiler("a", null!)).ParamName);
    }
}
