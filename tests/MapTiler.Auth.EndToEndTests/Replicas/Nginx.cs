using System.Net;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>A load balancer for the replicas. It sends a request to another replica if one does not respond.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    /// <summary>The response header with the replicas that nginx sent the request to, in order.</summary>
    public const string UpstreamHeader = "X-Upstream";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private readonly BackgroundProgram _program;

    private Nginx(BackgroundProgram program, int port)
    {
        _program = program;
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
    }

    public Uri Address { get; }

    /// <param name="folder">The folder for its files.</param>
    /// <param name="replicas">The URLs of the replicas.</param>
    /// <param name="choice">The directive by which it chooses a replica; round robin if empty.</param>
    public static async Task<Nginx> StartAsync(string folder, IEnumerable<Uri> replicas, string choice = "")
    {
        var port = BackgroundProgram.FreePort();
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(folder, port, choice, replicas));
        var nginx = new Nginx(BackgroundProgram.StartLimited(Limit, OtherProgram.PathOf("nginx"), "-c", configuration, "-p", folder, "-e", "stderr"), port);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        await nginx._program.UntilAsync(async () =>
        {
            using var response = await client.GetAsync(new Uri(nginx.Address, "constant"));
            return response.StatusCode == HttpStatusCode.Redirect;
        });
        return nginx;
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static string Configuration(string folder, int port, string choice, IEnumerable<Uri> replicas) => FormattableString.Invariant($$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        error_log stderr crit;
        events { worker_connections 1024; }
        http {
            access_log off;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            upstream replicas {
                {{choice}}
                {{string.Join(' ', replicas.Select(replica => $"server {replica.Authority};"))}}
                keepalive 32;
            }
            server {
                listen 127.0.0.1:{{port}};
                location / {
                    proxy_pass http://replicas;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_next_upstream error timeout http_502 http_503;
                    add_header {{UpstreamHeader}} $upstream_addr always;
                }
            }
        }
        """);
}
