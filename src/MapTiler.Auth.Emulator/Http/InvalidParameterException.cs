namespace MapTiler.Emulator;

/// <summary>A request with an invalid parameter, to which the response is 400. The message contains the name of the parameter, not its value.</summary>
internal sealed class InvalidParameterException(string parameter) : Exception($"Invalid parameter: {parameter}");
