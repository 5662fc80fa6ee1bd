namespace NetDsl.Evaluation.Tests;

/// <summary>
/// A program for each construct that is refused: statements of a definition with the underlined text in <c>[|…|]</c>, and the whole
/// message.
/// </summary>
static class RefusedPrograms
{
    public static IReadOnlyDictionary<string, (string Statements, string Expected)> All { get; } =
        new Dictionary<string, (string Statements, string Expected)>
        {
            ["own type over a library's"] = ("var plan = [|new Plan()|];\n---\npublic sealed class Plan : List<string>;", "ND0001 'Plan' is derived from 'List<string>', which cannot be evaluated at compile time; derive it from a type of this program, or from an exception"),
            ["pointer-sized number"] = ("nint n = [|3|];", "ND0001 a value of type 'nint' is as wide as the pointers of the machine that runs the program; use 'int' or 'long'"),
            ["object of a static"] = ("Shared.[|Count|] = 2;\n---\nstatic readonly Box Shared = new();\nclass Box { public int Count; }", "ND0001 this changes an object of a static, which the next definition would find changed; change a copy of it"),
            ["own exception"] = ("if (region is not null) Fail();\n---\nstatic void Fail() { [|throw|] new TooSmall(3); }\nclass TooSmall(int size) : Exception($\"only {size}\");", "ND0004 this throws TooSmall: only 3; the definition has to run to its end"),
            ["hash code of a record"] = ("var hash = new Plan(1).[|GetHashCode()|];\n---\nrecord Plan(int Size);", "ND0001 a hash code differs from one run of the program to the next; calculate with the values themselves"),
            ["await"] = ("Func<System.Threading.Tasks.Task> f = async () [|=>|] { await System.Threading.Tasks.Task.Yield(); };", "ND0001 an asynchronous function cannot be evaluated at compile time; a definition is not asynchronous"),
            ["dynamic"] = ("dynamic value = [|1|];", "ND0001 'dynamic' cannot be evaluated at compile time; use the real type"),
            ["static that changes"] = ("region.Vpc($\"a{[|counter|]}\", \"10.0.0.0/16\");\n---\nstatic int counter = 1;", "ND0001 'counter' can change, so its value is not known at compile time; make it 'const' or 'static readonly', or pass it as a parameter"),
            ["assignment to a static"] = ("[|counter|] = 2;\n---\nstatic int counter = 1;", "ND0001 this cannot be assigned to at compile time: a definition changes its own variables, objects, arrays and collections only; return the value instead"),
            ["static without a value"] = ("region.Vpc([|Name|] ?? \"a\", \"10.0.0.0/16\");\n---\nstatic readonly string? Name;", "ND0001 'Name' is not initialised where it is declared; give it a value there"),
            ["statics of two types in a circle"] = ("region.Vpc($\"a{Second}\", \"10.0.0.0/16\");\n---\nstatic readonly int First = 1;\nstatic class Other { public static readonly int One = [|First|]; }\nstatic readonly int Second = Other.One;\n", "ND0001 the statics of 'Other' and of 'Shop' are initialised from each other; move those that others need into one type"),
            ["list of a static"] = ("var mine = Names; mine.[|Add(\"b\")|];\n---\nstatic readonly List<string> Names = [\"a\"];", "ND0001 this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]"),
            ["array of a static"] = ("[|Names[0]|] = \"b\";\n---\nstatic readonly string[] Names = [\"a\"];", "ND0001 this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]"),
            ["last of a list of a static"] = ("[|Names[^1]|] = \"b\";\n---\nstatic readonly List<string> Names = [\"a\"];", "ND0001 this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]"),
            ["set of a static"] = ("Names.[|Remove(\"a\")|];\n---\nstatic readonly HashSet<string> Names = [\"a\"];", "ND0001 this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]"),
            ["list in a dictionary of a static"] = ("Plan[\"a\"].[|Clear()|];\n---\nstatic readonly Dictionary<string, List<int>> Plan = new() { [\"a\"] = [1] };", "ND0001 this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]"),
            ["reversed array of a static"] = ("Array.[|Reverse(Names)|];\n---\nstatic readonly string[] Names = [\"a\"];", "ND0001 this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]"),
            ["clock"] = ("var year = DateTime.[|Now|].Year;", "ND0002 'DateTime.Now' cannot be called at compile time: a definition gives the same network every time; write the value"),
            ["randomness"] = ("var number = [|new Random()|].Next();", "ND0002 'new Random' cannot be called at compile time: a definition gives the same network every time; write the values, or calculate them from an index"),
            ["shared randomness"] = ("var number = Random.[|Shared|].Next();", "ND0002 'Random.Shared' cannot be called at compile time: a definition gives the same network every time; write the values, or calculate them from an index"),
            ["identifier"] = ("var name = Guid.[|NewGuid()|].ToString();", "ND0002 'Guid.NewGuid' cannot be called at compile time: a definition gives the same network every time; write the name"),
            ["console"] = ("Console.[|WriteLine(\"hello\")|];", "ND0002 'Console.WriteLine' cannot be called at compile time: a definition only describes a network and prints nothing; leave it out"),
            ["file"] = ("var text = System.IO.File.[|ReadAllText(\"a\")|];", "ND0002 'File.ReadAllText' cannot be called at compile time: a definition reads and writes no files; write the values in C#"),
            ["environment"] = ("var name = Environment.[|GetEnvironmentVariable(\"A\")|];", "ND0002 'Environment.GetEnvironmentVariable' cannot be called at compile time: a definition gives the same network on every machine; write the value as a constant"),
            ["culture"] = ("var name = \"a\".[|ToUpper()|];", "ND0002 'string.ToUpper' cannot be called at compile time: its result depends on the machine's culture; use ToUpperInvariant"),
            ["number with a point in text"] = ("var x = 1.5; var text = $\"a[|{x}|]\";", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["number with a point in a format"] = ("var x = 1.5; var text = $\"a[|{x:0.00}|]\";", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["number with a point added to text"] = ("var x = 1.5m; var text = [|\"a\" + x|];", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["text of a number with a point"] = ("var x = 1.5f; var text = x.[|ToString()|];", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["text of an object with a point"] = ("object x = 1.5; var text = x.[|ToString()|];", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["text of a maybe number with a point"] = ("double? x = 1.5; var text = x.[|ToString()|];", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["formatted text of a number with a point"] = ("var x = 1.5; var text = x.[|ToString(\"0.0\")|];", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["joined numbers with a point"] = ("var text = string.[|Join(\"-\", new[] { 1.5 })|];", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["composed number with a point"] = ("var text = string.[|Format(\"{0}\", 1.5)|];", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["tuple with a point in text"] = ("var text = $\"[|{(1, 1.5)}|]\";", "ND0001 how a number with a point is written depends on the machine's culture; write ToString(CultureInfo.InvariantCulture)"),
            ["grouped digits"] = ("var x = 1500; var text = $\"[|{x:N0}|]\";", "ND0001 how the format 'N0' writes a number depends on the machine's culture; write ToString(\"N0\", CultureInfo.InvariantCulture)"),
            ["text of a query"] = ("var text = $\"[|{new[] { 1 }.Select(n => n)}|]\";", "ND0001 the text of this object is only the name of its type; use string.Join for what is in it"),
            ["greatest text"] = ("var text = new[] { \"a\" }.[|Max()|];", "ND0001 how text is ordered depends on the machine's culture; pass StringComparer.Ordinal"),
            ["pairs by culture"] = ("var pairs = new[] { (\"a\", 1) }.[|OrderBy(pair => pair)|];", "ND0001 how text is ordered depends on the machine's culture; pass StringComparer.Ordinal"),
            ["order by culture"] = ("new List<string> { \"a\" }.[|Sort()|];", "ND0002 'List.Sort' cannot be called at compile time: how text is ordered depends on the machine's culture; use OrderBy(item => item, StringComparer.Ordinal)"),
            ["hash code"] = ("var hash = \"a\".[|GetHashCode()|];", "ND0002 'string.GetHashCode' cannot be called at compile time: only pure members of text, numbers, collections and queries are; calculate it in another way"),
            ["object identity"] = ("object a = \"x\", b = \"x\"; var same = [|a == b|];", "ND0001 whether these are the same object is not known at compile time; compare their values"),
            ["throw"] = ("if (region is not null) Fail();\n---\nstatic void Fail() { [|throw|] new ArgumentException(\"too small\"); }", "ND0004 this throws ArgumentException: too small; the definition has to run to its end"),
            ["division by zero"] = ("var zero = 0; var n = [|1 / zero|];", "ND0004 this throws DivideByZeroException: Attempted to divide by zero; the definition has to run to its end"),
            ["index outside"] = ("var numbers = new int[2]; var n = [|numbers[2]|];", "ND0004 this throws IndexOutOfRangeException: Index was outside the bounds of the array; the definition has to run to its end"),
            ["overflow"] = ("var big = int.MaxValue; var n = checked([|big + 1|]);", "ND0004 this throws OverflowException: Arithmetic operation resulted in an overflow; the definition has to run to its end"),
            ["null"] = ("string? text = null; var n = text!.[|Length|];", "ND0004 this throws NullReferenceException: the value is null; the definition has to run to its end"),
            ["null builder"] = ("VpcBuilder? vpc = null; vpc!.[|SecurityGroup(\"a\")|];", "ND0004 this throws NullReferenceException: the value is null; the definition has to run to its end"),
            ["missing key"] = ("var n = [|new Dictionary<string, int>()[\"a\"]|];", "ND0004 this throws KeyNotFoundException: The given key 'a' was not present in the dictionary; the definition has to run to its end"),
            ["failing query"] = ("var n = new int[0].[|First()|];", "ND0004 this throws InvalidOperationException: Sequence contains no elements; the definition has to run to its end"),
            ["least of none"] = ("var n = new int[0].[|MinBy(item => item)|];", "ND0004 this throws InvalidOperationException: Sequence contains no elements; the definition has to run to its end"),
            ["greatest of none"] = ("var n = new List<(int, int)>().[|MaxBy(item => item.Item1)|];", "ND0004 this throws InvalidOperationException: Sequence contains no elements; the definition has to run to its end"),
            ["changed while walked"] = ("var list = new List<int> { 1 }; foreach (var n in [|list|]) list.Add(n);", "ND0004 this throws InvalidOperationException: Collection was modified; enumeration operation may not execute; the definition has to run to its end"),
            ["no arm"] = ("var n = 3; var text = n [|switch|] { 1 => \"one\", 2 => \"two\" };", "ND0004 this throws SwitchExpressionException: Non-exhaustive switch expression failed to match its input; the definition has to run to its end"),
            ["invalid cast"] = ("object n = 3; var text = [|(string)n|];", "ND0004 this throws InvalidCastException: Unable to cast object of type 'System.Int32' to type 'System.String'; the definition has to run to its end"),
            ["text in no format"] = ("var n = int.[|Parse(\"x\")|];", "ND0004 this throws FormatException: The input string 'x' was not in a correct format; the definition has to run to its end"),
        };
}
