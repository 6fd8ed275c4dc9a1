using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Emulator.Tests;

/// <summary>One entry of signing-vectors.json.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The name that the file has.")]
public sealed record SigningVector(string Id, string Token, string Signed);
