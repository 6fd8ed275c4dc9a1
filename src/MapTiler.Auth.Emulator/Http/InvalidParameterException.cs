namespace MapTiler.Emulator;

/// <summary>A request that is answered with 400. Says which parameter, not what it held.</summary>
internal sealed class InvalidParameterException(string parameter) : Exception($"Invalid parameter: {parameter}");
