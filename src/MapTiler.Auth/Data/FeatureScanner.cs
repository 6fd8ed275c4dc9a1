using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>Finds the features in a buffer of GeoJSON, and skips everything else while it is received.</summary>
internal sealed class FeatureScanner(BoundedBuffer buffer)
{
    /// <summary>The maximum length of a foreign member before the <c>type</c> of a single feature. After a longer one, only a collection is accepted.</summary>
    public const int MaxForeignLength = 1024 * 1024;

    private JsonReaderState _state = new(ResponseJson.ReaderOptions);
    private UnfinishedString _string;
    private ObjectEnd _featureEnd;
    private Step _step;
    private Member _member;
    private Top _top;
    private int _memberStart;

    private enum Step { Start, Members, Value, WithinValue, Features, Feature, End }

    private enum Member { Features, Type, OfFeature, Foreign }

    // As long as the kind is unknown, all bytes are held, because the object may be a single feature.
    private enum Top { Unknown, Single, TooLong, Collection, Other }

    /// <summary>Returns the next feature that is complete in the buffer; null if more bytes are needed, or at the end.</summary>
    /// <exception cref="JsonException">The JSON is malformed or truncated, or is not GeoJSON.</exception>
    public GeoJsonFeature? Read()
    {
        try
        {
            return ReadNext();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string is not valid Unicode.", e);
        }
    }

    private GeoJsonFeature? ReadNext()
    {
        while (_step == Step.Feature || !IsStringUnfinished())
        {
            if (_step == Step.Feature)
                return ReadFeature();

            var reader = new Utf8JsonReader(buffer.Unread, buffer.IsFinal, _state);
            var isFound = false;
            while (!isFound && reader.Read())
                isFound = Take(ref reader);

            _state = reader.CurrentState;
            buffer.Advance((int)reader.BytesConsumed);
            if (!isFound)
            {
                RemoveSpace();
                _string = UnfinishedString.At(buffer.Unread);
                return null;
            }

            if (_step == Step.End && ReadSingle() is { } feature)
                return feature;
        }

        return null;
    }

    // A feature is parsed once, when it is complete.
    private GeoJsonFeature? ReadFeature()
    {
        if (!_featureEnd.Find(buffer.Unread))
            return buffer.IsFinal ? throw new JsonException("The JSON ends within a feature.") : null;

        buffer.Advance(_featureEnd.Scanned);
        var json = ValidUnicode.Of(buffer.Held);
        buffer.Release();
        var feature = new Utf8JsonReader(json, ResponseJson.ReaderOptions);
        feature.Read();
        var result = GeoJsonFeatureJsonConverter.ReadFeature(ref feature, ref json);

        // The reader of the document reads the end of the object only, as if it were empty.
        var reader = new Utf8JsonReader("}"u8, isFinalBlock: false, _state);
        reader.Read();
        _state = reader.CurrentState;
        _step = Step.Features;
        return result;
    }

    // If only white space and a comma are unread: Utf8JsonReader would scan them again with each new block.
    private void RemoveSpace()
    {
        int? comma = null;
        for (var i = 0; i < buffer.Unread.Length; i++)
        {
            if (buffer.Unread[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                continue;
            if (comma is not null || buffer.Unread[i] != ',')
                return;
            comma = i;
        }

        var end = comma + 1 ?? 0;
        buffer.Remove(end, buffer.Unread.Length - end);
        buffer.Remove(0, comma ?? 0);
    }

    private bool IsStringUnfinished()
    {
        if (_top == Top.Unknown && _member == Member.Foreign && buffer.HeldLength + buffer.Unread.Length - _memberStart > MaxForeignLength)
            SetTop(Top.TooLong);
        if (_string.Content == 0)
            return false;
        if (_string.FindEnd(buffer.Unread) || buffer.IsFinal)
        {
            _string = default;
            return false;
        }

        if (!buffer.IsHeld && _step is Step.Value or Step.WithinValue && _member != Member.Type)
        {
            buffer.Remove(_string.Content, _string.Scanned);
            _string = _string.WithoutScanned();
        }

        return true;
    }

    // Returns whether a feature begins, or the held bytes are a single feature.
    private bool Take(ref Utf8JsonReader reader)
    {
        switch (_step)
        {
            case Step.Features when reader.TokenType == JsonTokenType.StartObject:
                buffer.Hold((int)reader.TokenStartIndex);
                _featureEnd = default;
                _step = Step.Feature;
                return true;
            case Step.Features:
                _step = reader.TokenType == JsonTokenType.EndArray ? Step.Members : throw new JsonException("An item of the features is not a GeoJSON feature.");
                break;
            case Step.Start:
                buffer.Hold((int)reader.TokenStartIndex);
                _step = reader.TokenType == JsonTokenType.StartObject ? Step.Members : throw new JsonException("The JSON is not an object.");
                break;
            case Step.Members when reader.TokenType == JsonTokenType.EndObject:
                _step = Step.End;
                return IsSingle();
            case Step.Members:
                _member = MemberAt(ref reader);
                _memberStart = buffer.HeldLength + (int)reader.TokenStartIndex;
                _step = Step.Value;
                break;
            case Step.Value:
                TakeValue(ref reader);
                break;
            case Step.WithinValue when reader.CurrentDepth == 1:
                _step = Step.Members;
                break;
        }

        return false;
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        _step = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? Step.WithinValue : Step.Members;
        if (_member == Member.Features)
        {
            SetTop(Top.Collection);
            if (reader.TokenType == JsonTokenType.StartArray)
                _step = Step.Features;
            else if (reader.TokenType != JsonTokenType.Null)
                throw new JsonException("The features of the collection are not an array.");
        }
        else if (_member == Member.Type && _top is Top.Unknown or Top.TooLong && reader.TokenType == JsonTokenType.String)
            TakeType(TypeOf(ref reader));
    }

    private static string TypeOf(ref Utf8JsonReader reader)
    {
        try
        {
            return GeoJsonType.Read(ref reader);
        }
        catch (InvalidOperationException)
        {
            return ""; // not valid Unicode, so not a type of GeoJSON
        }
    }

    private void TakeType(string type)
    {
        if (type == GeoJsonType.FeatureCollection)
            SetTop(Top.Collection);
        else if (!GeoJsonType.IsSingle(type))
            SetTop(Top.Other);
        else if (_top == Top.Unknown)
            _top = Top.Single;
    }

    private void SetTop(Top top)
    {
        _top = top;
        buffer.Release();
    }

    private bool IsSingle() => _top switch
    {
        Top.Collection => false,
        Top.TooLong => throw new InvalidDataException($"A member before the type is longer than {MaxForeignLength / 1024 / 1024} MiB, and there are no features."),
        Top.Other => throw new JsonException("The object has no features, and is neither a feature nor a geometry."),
        _ => true,
    };

    private GeoJsonFeature? ReadSingle()
    {
        var collection = GeoJsonFeatureCollectionJsonConverter.ReadCollection(buffer.Held);
        buffer.Release();
        return collection.Features.SingleOrDefault();
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
