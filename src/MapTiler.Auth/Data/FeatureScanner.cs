using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>Finds the features in a buffer of GeoJSON; what it does not need it passes over as it comes.</summary>
internal sealed class FeatureScanner(JsonBuffer buffer)
{
    /// <summary>A member before the <c>type</c> that is not of a feature and longer than this shows that the whole is no single feature.</summary>
    public const int MaxForeignLength = 1024 * 1024;

    private const int FeatureDepth = 2;

    private JsonReaderState _state;
    private UnfinishedText _text;
    private Place _place;
    private Member _member;
    private Top _top;
    private int _memberStart;

    private enum Place { Start, Members, Value, WithinValue, Features, Feature, End }

    private enum Member { Features, Type, OfFeature, Foreign }

    // Until it is known, all is held, since it may be a single feature.
    private enum Top { Unknown, Single, TooLong, Collection, Other }

    /// <summary>The next feature that is complete in the buffer; null if more bytes are needed or all is read.</summary>
    /// <exception cref="JsonException">The text is malformed or cut, or no GeoJSON.</exception>
    public GeoJsonFeature? Read()
    {
        try
        {
            return ReadNext();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text is not Unicode.", e);
        }
    }

    private GeoJsonFeature? ReadNext()
    {
        while (!WaitsForText())
        {
            var reader = new Utf8JsonReader(buffer.Unread, buffer.IsFinal, _state);
            var isWhole = false;
            while (!isWhole && reader.Read())
                isWhole = _place == Place.Feature ? reader.CurrentDepth == FeatureDepth : Take(ref reader);

            _state = reader.CurrentState;
            buffer.Advance((int)reader.BytesConsumed);
            if (!isWhole)
            {
                buffer.RemoveSpace();
                _text = UnfinishedText.At(buffer.Unread);
                return null;
            }

            if (ParseHeld() is { } feature)
                return feature;
        }

        return null;
    }

    private bool WaitsForText()
    {
        if (_top == Top.Unknown && _member == Member.Foreign && buffer.HeldLength + buffer.Unread.Length - _memberStart > MaxForeignLength)
            Become(Top.TooLong);
        if (_text.Content == 0)
            return false;
        if (_text.FindEnd(buffer.Unread) || buffer.IsFinal)
        {
            _text = default;
            return false;
        }

        if (!buffer.IsHeld && _place is Place.Value or Place.WithinValue && _member != Member.Type)
        {
            buffer.Remove(_text.Content, _text.Seen);
            _text = _text.WithoutSeen();
        }

        return true;
    }

    // Whether what is held is now complete.
    private bool Take(ref Utf8JsonReader reader)
    {
        switch (_place)
        {
            case Place.Features when reader.TokenType == JsonTokenType.StartObject:
                buffer.Hold((int)reader.TokenStartIndex);
                _place = Place.Feature;
                break;
            case Place.Features:
                _place = reader.TokenType == JsonTokenType.EndArray ? Place.Members : throw new JsonException("Among the features is something that is no GeoJSON feature.");
                break;
            case Place.Start:
                buffer.Hold((int)reader.TokenStartIndex);
                _place = reader.TokenType == JsonTokenType.StartObject ? Place.Members : throw new JsonException("Expected a GeoJSON object.");
                break;
            case Place.Members when reader.TokenType == JsonTokenType.EndObject:
                _place = Place.End;
                return IsSingle();
            case Place.Members:
                _member = MemberAt(ref reader);
                _memberStart = buffer.HeldLength + (int)reader.TokenStartIndex;
                _place = Place.Value;
                break;
            case Place.Value:
                TakeValue(ref reader);
                break;
            case Place.WithinValue when reader.CurrentDepth == 1:
                _place = Place.Members;
                break;
        }

        return false;
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        _place = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? Place.WithinValue : Place.Members;
        if (_member == Member.Features)
        {
            Become(Top.Collection);
            if (reader.TokenType == JsonTokenType.StartArray)
                _place = Place.Features;
            else if (reader.TokenType != JsonTokenType.Null)
                throw new JsonException("The features of a GeoJSON collection are an array.");
        }
        else if (_member == Member.Type && _top is Top.Unknown or Top.TooLong && reader.TokenType == JsonTokenType.String)
            TakeType(GeoJsonType.Read(ref reader));
    }

    private void TakeType(string type)
    {
        if (type == GeoJsonType.FeatureCollection)
            Become(Top.Collection);
        else if (!GeoJsonType.IsSingle(type))
            Become(Top.Other);
        else if (_top == Top.Unknown)
            _top = Top.Single;
    }

    private void Become(Top top)
    {
        _top = top;
        buffer.Release();
    }

    private bool IsSingle() => _top switch
    {
        Top.Collection => false,
        Top.TooLong => throw new InvalidDataException($"A member longer than {MaxForeignLength / 1024 / 1024} MiB stands before the type, and there are no features."),
        Top.Other => throw new JsonException("The answer is no GeoJSON: it has no features, and is neither a feature nor a geometry."),
        _ => true,
    };

    private GeoJsonFeature? ParseHeld()
    {
        try
        {
            var reader = new Utf8JsonReader(buffer.Held);
            reader.Read();
            if (_place == Place.End)
                return GeoJsonFeatureCollectionJsonConverter.ReadCollection(ref reader).Features.SingleOrDefault();

            _place = Place.Features;
            return GeoJsonFeatureJsonConverter.ReadFeature(ref reader);
        }
        finally
        {
            buffer.Release();
        }
    }

    private static Member MemberAt(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("features"u8))
            return Member.Features;
        if (reader.ValueTextEquals("type"u8))
            return Member.Type;
        return reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("bbox"u8) || reader.ValueTextEquals("geometry"u8) || reader.ValueTextEquals("properties"u8)
            || reader.ValueTextEquals("coordinates"u8) || reader.ValueTextEquals("geometries"u8)
            ? Member.OfFeature
            : Member.Foreign;
    }
}
