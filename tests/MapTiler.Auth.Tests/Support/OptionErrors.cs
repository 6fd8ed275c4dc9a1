namespace MapTiler.Tests;

internal static class OptionErrors
{
    /// <summary>Asserts that an exception is about a property of the parameter <c>options</c>.</summary>
    public static void AssertOption(string property, ArgumentException error)
    {
        Assert.Equal("options", error.ParamName);
        Assert.StartsWith(property + " ", error.Message, StringComparison.Ordinal);
    }
}
