using NetDsl.Model;

namespace NetDsl.Authoring.Data;

/// <summary>
/// The rules by which data becomes values of the user's types: here and nowhere else, so that a program means at compile
/// time what it means when it runs. Whatever does not fit is a problem, and binding goes on with a stand-in, so that
/// all problems are told at once: empty text, zero, false, the first member of an enum, an empty list; null where that fits.
/// A record has no stand-in. A list goes without it, and what needs it has no value either.
/// </summary>
internal sealed class DataBinder
{
    private readonly DataProblems problems;
    private readonly IDataSink? sink;
    private readonly HashSet<string> unfitTypes = [];

    private DataBinder(DataProblems problems, IDataSink? sink)
    {
        this.problems = problems;
        this.sink = sink;
    }

    /// <summary>The data as a value of that shape; nothing where there is none, which is a problem.</summary>
    public static Bound? Bind(DataValue data, IDataShape shape, IDataSink? sink, DataProblems problems) =>
        new DataBinder(problems, sink).Bind(data, shape, DataPath.Root);

    private Bound? Bind(DataValue data, IDataShape shape, string path) => (shape, data) switch
    {
        (IUnfitShape unfit, _) => Unfit(data, unfit, path),
        ({ TakesNull: true }, DataNull) => new Bound(null),
        (IScalarShape { Code: TypeCode.String }, DataText text) => Leaf(text.Value, data),
        (IScalarShape { Code: TypeCode.Boolean }, DataBoolean boolean) => Leaf(boolean.Value, data),
        (IScalarShape { Code: not (TypeCode.String or TypeCode.Boolean) } scalar, DataNumber number) => BindNumber(number, scalar, path),
        (IEnumShape named, DataText text) => BindEnum(text, named, path),
        (IListShape list, DataArray array) => BindList(array, list, path),
        (IDictionaryShape dictionary, DataObject members) => BindDictionary(members, dictionary, path),
        (IRecordShape record, DataObject members) => BindRecord(members, record, path),
        _ => Misfit(data, shape, path),
    };

    private Bound Leaf(object value, DataValue from) => new(sink is null ? value : sink.Mark(value, from));

    private Bound? BindNumber(DataNumber number, IScalarShape shape, string path) =>
        DataNumbers.Read(number.Digits, shape.Code) is { } value ? Leaf(value, number) : Misfit(number, shape, path);

    private Bound? BindEnum(DataText text, IEnumShape shape, string path) =>
        shape.Members.FirstOrDefault(member => IsSame(member, text.Value)) is { } known
            ? Leaf(shape.Create(known)!, text)
            : Misfit(text, shape, path);

    private Bound BindList(DataArray array, IListShape shape, string path)
    {
        var items = new List<object?>(array.Items.Length);
        for (var index = 0; index < array.Items.Length; index++)
        {
            if (Bind(array.Items[index], shape.Element, DataPath.Item(path, index)) is { } item)
            {
                items.Add(item.Value);
            }
        }

        return new Bound(shape.Create(items));
    }

    private Bound BindDictionary(DataObject data, IDictionaryShape shape, string path)
    {
        var entries = new List<KeyValuePair<string, object?>>(data.Members.Length);
        foreach (var member in data.Members)
        {
            var key = (string)Leaf(member.Name.Value, member.Name).Value!;
            if (Bind(member.Value, shape.Value, DataPath.Member(path, key)) is { } value)
            {
                entries.Add(new KeyValuePair<string, object?>(key, value.Value));
            }
        }

        return new Bound(shape.Create(entries));
    }

    private Bound? BindRecord(DataObject data, IRecordShape shape, string path)
    {
        var given = new Dictionary<IDataMemberShape, DataMember>();
        var values = new Dictionary<IDataMemberShape, object?>();
        var isWhole = true;
        foreach (var member in data.Members)
        {
            var memberPath = DataPath.Member(path, member.Name.Value);
            if (shape.Members.FirstOrDefault(known => IsSame(known.Name, member.Name.Value)) is not { } known)
            {
                AddUnknown(member, shape, path);
            }
            else if (given.TryGetValue(known, out var first))
            {
                problems.AddTwice(memberPath, member.Name.Span, first.Name.Span);
            }
            else
            {
                given.Add(known, member);
                Keep(known, Bind(member.Value, known.Shape, memberPath));
            }
        }

        // By name: the order of members is not the same for a type of the runtime and a symbol.
        foreach (var missing in shape.Members
            .Where(member => member.IsRequired && !given.ContainsKey(member))
            .OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            Keep(missing, Missing(data, missing, shape, path));
        }

        return isWhole ? new Bound(shape.Create(values)) : null;

        void Keep(IDataMemberShape member, Bound? bound)
        {
            if (bound is { } present)
            {
                values.Add(member, present.Value);
            }
            else
            {
                isWhole = false;
            }
        }
    }

    private void AddUnknown(DataMember member, IRecordShape shape, string path)
    {
        var known = shape.Members.Select(each => each.Name).OrderBy(name => name, StringComparer.Ordinal).ToList();
        problems.Add(
            member.Name.Span,
            $"{path} has {Quotation.Of(member.Name.Value)}, which {shape.Name} does not; {(known.Count == 0 ? "it has no members" : $"it has {DataWords.Join(known, "and")}")}");
    }

    private Bound? Missing(DataObject data, IDataMemberShape member, IRecordShape owner, string path)
    {
        if (member.Shape is IUnfitShape unfit)
        {
            return Unfit(data, unfit, DataPath.Member(path, DataWords.InData(member.Name)));
        }

        // Where the object begins: the whole of it may be the whole file.
        problems.Add(
            new DataSpan(data.Span.Start, data.Span.Start with { Offset = data.Span.Start.Offset + 1, Column = data.Span.Start.Column + 1 }),
            $"{path} has no \"{DataWords.InData(member.Name)}\", which {owner.Name} needs; add {DataWords.Wanted(member.Shape)}");
        return StandIn(member.Shape);
    }

    private Bound? Misfit(DataValue data, IDataShape shape, string path)
    {
        problems.Add(data.Span, $"{path} is {data.Description}; write {DataWords.Wanted(shape)}");
        return StandIn(shape);
    }

    /// <summary>Told once a type: it is one fault of the program, however much data there is.</summary>
    private Bound? Unfit(DataValue data, IUnfitShape shape, string path)
    {
        if (unfitTypes.Add(shape.Name))
        {
            problems.Add(data.Span, $"{path} has to become {shape.Name}, {Because(shape.Reason)}");
        }

        return null;
    }

    private static string Because(UnfitReason reason) => reason switch
    {
        UnfitReason.SeveralConstructors => "which has several public constructors and none without parameters; leave one",
        UnfitReason.NoConstructor => "which has no public constructor; give it one",
        _ => "which data cannot give; declare string, bool, a number, an enum, a list, a dictionary with string keys, or a record of your own",
    };

    private static Bound? StandIn(IDataShape shape) => shape switch
    {
        { TakesNull: true } => new Bound(null),
        IScalarShape { Code: TypeCode.String } => new Bound(""),
        IScalarShape { Code: TypeCode.Boolean } => new Bound(false),
        IScalarShape number => new Bound(DataNumbers.Read("0", number.Code)),
        IEnumShape { Members.Count: > 0 } named => new Bound(named.Create(named.Members[0])),
        IListShape list => new Bound(list.Create([])),
        IDictionaryShape dictionary => new Bound(dictionary.Create([])),
        _ => null,
    };

    private static bool IsSame(string member, string data) => string.Equals(member, data, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What data was bound to; it may be null.</summary>
internal readonly record struct Bound(object? Value);
