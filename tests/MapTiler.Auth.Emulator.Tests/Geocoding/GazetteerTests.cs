using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tests;

public sealed class GazetteerTests
{
    [Fact]
    public void Names_are_sorted_by_their_folded_form()
    {
        var names = Gazetteer.Shared.Names.Entries.ToArray();

        Assert.True(names.Length > 100_000);
        Assert.Equal(names.Select(n => n.Folded).Order(StringComparer.Ordinal), names.Select(n => n.Folded));
    }

    [Theory]
    [InlineData("Zürich", "zurich")]
    [InlineData("  Saint-Étienne,  (Loire) ", "saint etienne loire")]
    [InlineData("L’Aquila", "laquila")]
    [InlineData("Straße", "strasse")]
    [InlineData("Łódź", "lodz")]
    [InlineData("København", "kobenhavn")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Αθήνας", "αθηνασ")]
    [InlineData("京都市", "京都市")]
    [InlineData("-- ,;", "")]
    public void Name_is_folded(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    [Theory]
    [InlineData("zurich", "zurich", 0)]
    [InlineData("zurcih", "zurich", 1)]
    [InlineData("zurch", "zurich", 1)]
    [InlineData("zurrich", "zurich", 1)]
    [InlineData("surich", "zurich", 1)]
    [InlineData("surihc", "zurich", 2)]
    [InlineData("berlin", "zurich", null)]
    [InlineData("", "a", 1)]
    public void Edit_distance_is_counted_up_to_a_limit(string typed, string name, int? edits) =>
        Assert.Equal(edits, EditDistance.Within(typed, name, 2));

    [Theory]
    [InlineData(179.9, 0, true)]
    [InlineData(-179.9, 0, true)]
    [InlineData(0, 0, false)]
    public void Bounding_box_can_cross_the_antimeridian(double longitude, double latitude, bool inside) =>
        Assert.Equal(inside, new BoundingBox(170, -10, -170, 10).Contains(longitude, latitude));
}
