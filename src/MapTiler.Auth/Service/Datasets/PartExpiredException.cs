using System.Net;

namespace MapTiler.Service;

/// <summary>The address of a part takes no more. Does not say which: the address is a secret.</summary>
internal sealed class PartExpiredException(HttpStatusCode status) : Exception($"The address of a part answered {(int)status}.")
{
    public HttpStatusCode Status { get; } = status;
}
