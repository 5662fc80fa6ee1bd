using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Generators.Tests.BrokenCode;

/// <summary>What is done to a source to break it.</summary>
public enum MutationKind
{
    /// <summary>The text ends before the character of that number.</summary>
    Truncate,

    /// <summary>The token of that number is missing.</summary>
    Delete,

    /// <summary>The token of that number stands there twice.</summary>
    Duplicate,

    /// <summary>The token of that number and the next change places.</summary>
    Swap,

    /// <summary>Two tokens anywhere change places; the number is a seed.</summary>
    SwapFar,

    /// <summary>Up to eighty characters are missing; the number is a seed.</summary>
    DeleteSpan,

    /// <summary>A token of another place stands here too; the number is a seed.</summary>
    Insert,

    /// <summary>Two to four of the others after each other; the number is a seed.</summary>
    Several,
}

/// <summary>One way to break a source: the same name, kind and number always give the same text.</summary>
readonly record struct Mutation(string Source, MutationKind Kind, int Number)
{
    const int LongestSpan = 80;
    const int MostInOne = 4;

    /// <summary>The kinds whose number is a place, so that there are finitely many.</summary>
    public static IReadOnlyList<MutationKind> OfPlaces { get; } =
        [MutationKind.Truncate, MutationKind.Delete, MutationKind.Duplicate, MutationKind.Swap];

    /// <summary>The kinds whose number is a seed.</summary>
    public static IReadOnlyList<MutationKind> OfSeeds { get; } =
        [MutationKind.SwapFar, MutationKind.DeleteSpan, MutationKind.Insert, MutationKind.Several];

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Mutation Parse(string text)
    {
        var parts = text.Split(':');
        return new(parts[0], Enum.Parse<MutationKind>(parts[1]), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    /// <summary>How many numbers a kind of places has in a text.</summary>
    public static int PlacesIn(TokenizedText text, MutationKind kind) => kind switch
    {
        MutationKind.Truncate => text.Text.Length,
        MutationKind.Swap => text.Tokens.Length - 1,
        _ => text.Tokens.Length,
    };

    /// <summary>The broken text.</summary>
    public string Apply(TokenizedText source) => source.Text.Length == 0 ? "" : Kind switch
    {
        MutationKind.Truncate => source.Text[..Number],
        MutationKind.DeleteSpan => DeleteSpan(source.Text, new Random(Number)),
        MutationKind.Several => ApplySeveral(source, new Random(Number)),
        _ when source.Tokens.IsEmpty => source.Text,
        MutationKind.Delete => source.With(source.Tokens[Number], ""),
        MutationKind.Duplicate => Insert(source, source.Tokens[Number], source.Tokens[Number]),
        MutationKind.Swap => Swap(source, source.Tokens[Number], source.Tokens[Number + 1]),
        MutationKind.SwapFar => SwapFar(source, new Random(Number)),
        MutationKind.Insert => InsertFar(source, new Random(Number)),
        _ => throw new InvalidOperationException($"{Kind} is no mutation."),
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}:{Kind}:{Number}");

    static string DeleteSpan(string text, Random random)
    {
        var start = random.Next(text.Length);
        return text.Remove(start, random.Next(1, Math.Min(LongestSpan, text.Length - start) + 1));
    }

    static string SwapFar(TokenizedText source, Random random)
    {
        var (one, other) = (random.Next(source.Tokens.Length), random.Next(source.Tokens.Length));
        return one == other ? source.Text : Swap(source, source.Tokens[Math.Min(one, other)], source.Tokens[Math.Max(one, other)]);
    }

    static string InsertFar(TokenizedText source, Random random) => Insert(source, Any(source, random), Any(source, random));

    static TextSpan Any(TokenizedText source, Random random) => source.Tokens[random.Next(source.Tokens.Length)];

    static string Swap(TokenizedText source, TextSpan first, TextSpan second) => string.Concat(
        source.Text[..first.Start], source.Of(second), source.Text[first.End..second.Start], source.Of(first), source.Text[second.End..]);

    static string Insert(TokenizedText source, TextSpan before, TextSpan token) =>
        source.With(before, $"{source.Of(token)} {source.Of(before)}");

    string ApplySeveral(TokenizedText source, Random random)
    {
        for (var left = random.Next(2, MostInOne + 1); left > 0; left--)
        {
            var seeded = random.Next(2) == 0;
            var kind = seeded ? OfSeeds[random.Next(OfSeeds.Count - 1)] : OfPlaces[random.Next(1, OfPlaces.Count)];
            var numbers = seeded ? int.MaxValue : PlacesIn(source, kind);
            if (numbers > 0)
            {
                source = TokenizedText.Of(new Mutation(Source, kind, random.Next(numbers)).Apply(source));
            }
        }

        return source.Text;
    }
}
