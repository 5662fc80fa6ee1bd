using System.Globalization;
using System.Text;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>Walks text line by line and word by word; every fault names its line.</summary>
internal sealed class GraphTextLines(string text)
{
    private int position;
    private int number;
    private int column;

    /// <summary>The line that words are read from.</summary>
    public string Current { get; private set; } = "";

    /// <summary>Goes on to the next line; the one before must be read to its end, unless it was never begun.</summary>
    public void Next()
    {
        if (column > 0)
        {
            EndOfLine();
        }

        if (position >= text.Length)
        {
            throw Fault("the text ends too early");
        }

        var end = text.IndexOf('\n', position);
        end = end < 0 ? text.Length : end;
        Current = text.Substring(position, end - position).TrimEnd('\r');
        position = end + 1;
        column = 0;
        number++;
    }

    /// <summary>Whether another section follows.</summary>
    public bool HasMore => text.Length > position && text.Substring(position).Trim().Length > 0;

    /// <summary>Whether the next line begins with that word.</summary>
    public bool NextIs(string word) =>
        position + word.Length < text.Length
        && string.CompareOrdinal(text, position, word, 0, word.Length) == 0
        && text[position + word.Length] == ' ';

    /// <summary>Checks that nothing is left.</summary>
    public void End()
    {
        EndOfLine();
        if (HasMore)
        {
            throw Fault("nothing more expected behind this line");
        }
    }

    public FormatException Fault(string what) => new(string.Format(
        CultureInfo.InvariantCulture, "The text of a forwarding graph is broken in line {0} ('{1}'): {2}.", number, Current, what));

    public string Word()
    {
        var end = Current.IndexOf(' ', Math.Min(column, Current.Length));
        end = end < 0 ? Current.Length : end;
        if (end <= column)
        {
            throw Fault("a word is missing");
        }

        var word = Current.Substring(column, end - column);
        column = end + 1;
        return word;
    }

    public void Expect(string expected)
    {
        if (Word() is var word && word != expected)
        {
            throw Fault($"'{expected}' expected instead of '{word}'");
        }
    }

    /// <summary>Whether the line has no word left.</summary>
    public bool AtEnd => column >= Current.Length;

    /// <summary>How many words the line has left, without quoted ones.</summary>
    public int WordsLeft
    {
        get
        {
            var words = AtEnd ? 0 : 1;
            for (var at = column; at < Current.Length; at++)
            {
                words += Current[at] == ' ' ? 1 : 0;
            }

            return words;
        }
    }

    /// <summary>Takes a word if it comes next.</summary>
    public bool TryTake(string word)
    {
        var at = column;
        if (Word() == word)
        {
            return true;
        }

        column = at;
        return false;
    }

    public int Choice(string first, string second) => Word() switch
    {
        var word when word == first => 0,
        var word when word == second => 1,
        var word => throw Fault($"'{first}' or '{second}' expected instead of '{word}'"),
    };

    public int Number() => ToNumber(Word());

    public EquatableArray<int> Numbers()
    {
        if (Word() is var word && word == "-")
        {
            return [];
        }

        // Not a query: every program that starts would compile it anew.
        var words = word.Split(',');
        var numbers = new int[words.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = ToNumber(words[index]);
        }

        return new EquatableArray<int>(numbers);
    }

    /// <summary>A count, and as many items behind it in the line.</summary>
    public EquatableArray<T> Several<T>(Func<GraphTextLines, T> read)
    {
        var items = new T[ToRoom(Number())];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = read(this);
        }

        return new EquatableArray<T>(items);
    }

    /// <summary>A count at the end of the line, and as many items on lines of their own.</summary>
    public EquatableArray<T> Following<T>(Func<GraphTextLines, T> read) => Following(Number(), read);

    /// <summary>A count of items, for which room can be made: a text that has no room for them ends too early.</summary>
    public int Count() => ToRoom(Number());

    /// <summary>As many items on the next lines, each on its own.</summary>
    public EquatableArray<T> Following<T>(int count, Func<GraphTextLines, T> read)
    {
        var items = new T[ToRoom(count)];
        for (var index = 0; index < items.Length; index++)
        {
            Next();
            items[index] = read(this);
        }

        return new EquatableArray<T>(items);
    }

    /// <summary>The item of a table that was read before.</summary>
    public T Item<T>(EquatableArray<T> table, int index) => index >= 0 && index < table.Count
        ? table[index]
        : throw Fault($"{index} is outside its table of {table.Count}");

    /// <summary>The name of one of the values of a type. Asked by the type itself: a program that starts would compile what is asked by a type argument.</summary>
    public T Enumeration<T>()
        where T : struct =>
        Word() is var word && Enum.IsDefined(typeof(T), word)
            ? (T)Enum.Parse(typeof(T), word)
            : throw Fault($"'{word}' is no {typeof(T).Name}");

    public RouteKind RouteKind() => Word() is var word && GraphWords.Route(word) is { } kind ? kind : throw Fault($"'{word}' is no {nameof(RouteKind)}");

    public DropCode DropCode() => Word() is var word && GraphWords.Drop(word) is { } code ? code : throw Fault($"'{word}' is no {nameof(DropCode)}");

    public IpAddress Address() => ToAddress(Word());

    public EquatableArray<IpAddress> Addresses()
    {
        var words = Word().Split(',');
        var addresses = new IpAddress[words.Length];
        for (var index = 0; index < addresses.Length; index++)
        {
            addresses[index] = ToAddress(words[index]);
        }

        return new EquatableArray<IpAddress>(addresses);
    }

    public Ipv4Address? OptionalIpv4Address() => TryTake("-") ? null
        : Word() is var word && Ipv4Address.TryParse(word, out var address) ? address
        : throw Fault($"'{word}' is no IPv4 address");

    public IpPrefix Prefix() => Word() is var word && IpPrefix.TryParse(word, out var prefix, out var error)
        ? prefix
        : throw Fault(error);

    public Protocol Protocol() => Word() is var word && NetDsl.Protocol.TryParse(word, out var protocol)
        ? protocol
        : throw Fault($"'{word}' is no protocol");

    public PortRange Ports()
    {
        var ends = Word().Split('-');
        return TryRead(ends[0], ushort.MaxValue, out var first) && TryRead(ends[ends.Length - 1], ushort.MaxValue, out var last) && ends.Length <= 2
            ? new PortRange((ushort)first, (ushort)last)
            : throw Fault("a port or a range of ports expected");
    }

    public ushort Port() => TryRead(Word(), ushort.MaxValue, out var port) ? (ushort)port : throw Fault("a port expected");

    /// <summary>The last word of the line, if there is one more.</summary>
    public T? OptionalEnumeration<T>()
        where T : struct => column < Current.Length ? Enumeration<T>() : null;

    public Origin Origin()
    {
        if (TryTake("-"))
        {
            return NetDsl.Model.Origin.None;
        }

        // A colon, not a space, follows the file.
        var file = Text(':');
        return new Origin(file, Number());
    }

    public string Quoted() => Text(' ');

    private string Text(char behind)
    {
        if (column >= Current.Length || Current[column] != '"')
        {
            throw Fault("quoted text expected");
        }

        var value = new StringBuilder();
        for (var at = column + 1; at < Current.Length; at++)
        {
            switch (Current[at])
            {
                case '"' when at + 1 == Current.Length || Current[at + 1] == behind:
                    column = at + 2;
                    return value.ToString();
                case '\\' when at + 1 < Current.Length:
                    at++;
                    value.Append(Current[at] switch { 'n' => '\n', 'r' => '\r', var character => character });
                    break;
                case var character:
                    value.Append(character);
                    break;
            }
        }

        throw Fault("quoted text does not end");
    }

    // A count may be wrong. Each item is a word with a space or the end of a line behind it, so that the text tells how many there can be.
    private int ToRoom(int count) =>
        count > text.Length - position + Current.Length ? throw Fault("the text ends too early") : Math.Max(count, 0);

    private IpAddress ToAddress(string word) => IpAddress.TryParse(word, out var address)
        ? address
        : throw Fault($"'{word}' is no address");

    private int ToNumber(string word) =>
        word == "-1" ? -1
        : TryRead(word, int.MaxValue, out var value) ? value
        : throw Fault($"'{word}' is no number from -1 up");

    /// <summary>Reads decimal digits. By hand: for the framework's, a program that starts would make the formats of a culture first.</summary>
    private static bool TryRead(string digits, int most, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '9' || value > (most - (digit - '0')) / 10)
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return digits.Length > 0;
    }

    private void EndOfLine()
    {
        if (column < Current.Length)
        {
            throw Fault($"'{Current.Substring(column)}' is not expected");
        }
    }
}
