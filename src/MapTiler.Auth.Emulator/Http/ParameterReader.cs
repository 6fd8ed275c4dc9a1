using System.Globalization;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Http;

/// <summary>Reads query parameters that can occur once.</summary>
internal sealed class ParameterReader(IncomingRequest request)
{
    /// <summary>The values in their order, decoded.</summary>
    public IEnumerable<string> All(string name) => request.Target.Parameters.Where(p => p.Name == name).Select(p => p.Value);

    /// <summary>The value, or null without one.</summary>
    public string? One(string name) => All(name).ToArray() switch
    {
        [] => null,
        [var value] => value,
        _ => throw new InvalidParameterException(name),
    };

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var value = One(name);
        return value is null || allowed.Contains(value) ? value : throw new InvalidParameterException(name);
    }

    public bool Flag(string name) => OneOf(name, "true", "false") == "true";

    public int Integer(string name, int otherwise, int min, int max)
    {
        if (One(name) is not { } raw)
            return otherwise;
        return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new InvalidParameterException(name);
    }

    public double Number(string name, double otherwise, double min, double max)
    {
        if (One(name) is not { } raw)
            return otherwise;
        return CoordinateParser.Parse(raw) is [var value] && value >= min && value <= max
            ? value
            : throw new InvalidParameterException(name);
    }
}

/// <summary>A request with an invalid parameter, to which the response is 400. The message contains the name of the parameter, not its value.</summary>
internal sealed class InvalidParameterException(string parameter) : Exception($"Invalid parameter: {parameter}");
