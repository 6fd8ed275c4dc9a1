using MapTiler;
using MapTiler.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register the handler of exceptions of MapTiler's clients.</summary>
public static class MapTilerExceptionHandlerExtensions
{
    /// <summary>
    /// Registers an exception handler that responds with problem details (RFC 9457) if an endpoint of the application throws a <see cref="MapTilerException"/>:
    /// 400 for invalid requests, 404 or 410 for missing data, 503 with <c>Retry-After</c> for limits, 504 for timeouts, 500 for a credential that does not work, and
    /// 502 for other failures. The member <c>reason</c> contains <see cref="MapTilerException.Reason"/>. The message of the exception, which is for the operator, is not
    /// sent, but logged if the status is 500 or above. Call <c>app.UseExceptionHandler()</c> as well.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>The same services, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddMapTilerExceptionHandler();
    /// var app = builder.Build();
    /// app.UseExceptionHandler();
    /// app.MapGet("/search", (string query, GeocodingClient geocoding) => geocoding.SearchAsync(query));
    /// </code>
    /// </example>
    /// <seealso href="https://learn.microsoft.com/aspnet/core/fundamentals/error-handling">Error handling in ASP.NET Core</seealso>
    public static IServiceCollection AddMapTilerExceptionHandler(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddProblemDetails().AddExceptionHandler<MapTilerExceptionHandler>();
    }
}
