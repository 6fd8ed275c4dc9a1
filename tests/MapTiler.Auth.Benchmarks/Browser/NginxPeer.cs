using System.Net;
using MapTiler.EndToEndTests.Replicas;

namespace MapTiler.Benchmarks.Browser;

/// <summary>nginx at its best on this machine: MapTiler for everybody, and the peer of each way in which we deliver.</summary>
internal sealed class NginxPeer : IAsyncDisposable
{
    private const int TileBytes = 20 * 1024;

    private readonly BackgroundProgram _program;

    private NginxPeer(BackgroundProgram program, int upstream, int peer)
    {
        _program = program;
        Upstream = new Uri(FormattableString.Invariant($"http://127.0.0.1:{upstream}/"));
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{peer}/"));
    }

    /// <summary>In place of MapTiler: any tile, always the same 20 KB.</summary>
    public Uri Upstream { get; }

    /// <summary>Below it are <c>redirect/</c>, <c>cached/</c> and <c>uncached/</c>.</summary>
    public Uri Address { get; }

    public static async Task<NginxPeer> StartAsync(string folder, TimeSpan limit)
    {
        var tile = new byte[TileBytes];
        new Random(42).NextBytes(tile);
        await File.WriteAllBytesAsync(Path.Combine(folder, "tile.pbf"), tile);
        var (upstream, peer) = (BackgroundProgram.FreePort(), BackgroundProgram.FreePort());
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(folder, upstream, peer));
        var nginx = new NginxPeer(BackgroundProgram.StartLimited(limit, File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx", "-c", configuration, "-p", folder, "-e", "stderr"), upstream, peer);
        using var client = new HttpClient();
        await nginx._program.UntilAsync(async () =>
        {
            using var answer = await client.GetAsync(new Uri(nginx.Address, "uncached/tiles/v3/0/0/0.pbf"));
            return answer.StatusCode == HttpStatusCode.OK;
        });
        return nginx;
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static string Configuration(string folder, int upstream, int peer) => FormattableString.Invariant($$"""
        daemon off;
        worker_processes auto;
        pid {{folder}}/nginx.pid;
        error_log stderr crit;
        events { worker_connections 4096; multi_accept on; }
        http {
            access_log off;
            sendfile on;
            tcp_nopush on;
            tcp_nodelay on;
            open_file_cache max=50000 inactive=1h;
            keepalive_timeout 1h;
            keepalive_requests 1000000000;
            types { application/x-protobuf pbf; }
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            proxy_cache_path {{folder}}/cache levels=1:2 keys_zone=tiles:10m max_size=256m inactive=1h use_temp_path=off;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            upstream maptiler {
                server 127.0.0.1:{{upstream}};
                keepalive 64;
                keepalive_requests 1000000000;
                keepalive_timeout 1h;
            }
            server {
                listen 127.0.0.1:{{upstream}} reuseport;
                root {{folder}};
                location / {
                    try_files /tile.pbf =404;
                    add_header Cache-Control "public, max-age=14400";
                }
            }
            server {
                listen 127.0.0.1:{{peer}} reuseport;
                location /redirect/ { return 302 http://127.0.0.1:{{upstream}}/tiles/v3/10/1/1.pbf?key=0123456789abcdef&signature=0123456789012345678901234567890123456789012=; }
                location /uncached/ { proxy_pass http://maptiler/; }
                location /cached/ {
                    proxy_pass http://maptiler/;
                    proxy_cache tiles;
                }
            }
        }
        """);
}
