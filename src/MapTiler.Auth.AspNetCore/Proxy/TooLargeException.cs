using System.Net;

namespace MapTiler.AspNetCore;

/// <summary>An answer is too large to be held as a whole.</summary>
internal sealed class TooLargeException(int maxBytes) : UpstreamException(HttpStatusCode.BadGateway, $"MapTiler answered with more than {maxBytes} bytes.");
