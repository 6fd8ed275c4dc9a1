namespace MapTiler.EndToEndTests.Faults;

/// <summary>Each fault of the service or the network ends each kind of call in time and typed, without a connection that is left and without an item that is lost.</summary>
public sealed class FaultTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static TheoryData<string, string> Cells => [.. FaultMatrix.Cells.Select(cell => (cell.Kind.Name, cell.Fault.Name))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_call_with_a_fault_ends_as_documented(string kind, string fault)
    {
        var (always, once) = matrix[kind, fault];

        Assert.All((FaultOutcome?[])[always, once], outcome => Assert.DoesNotMatch("raw|does not end|lost|wrong result", outcome?.Result ?? ""));
        Assert.Equal(0, always.ConnectionsLeft + (once?.ConnectionsLeft ?? 0));
        Assert.Equal(matrix.Documented(kind, fault), matrix.Measured(kind, fault));
    }
}
