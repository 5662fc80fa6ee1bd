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
            ["try"] = ("[|try|] { region.Vpc(\"a\", \"10.0.0.0/16\"); } finally { }", "ND0001 'try' cannot be evaluated at compile time; a definition has to run without exceptions, test the value before"),
            ["using"] = ("[|using|] (var list = new System.IO.MemoryStream()) { }", "ND0001 'using' cannot be evaluated at compile time; a definition holds no resources, leave it out"),
            ["using declaration"] = ("[|using|] var stream = new System.IO.MemoryStream();", "ND0001 'using' cannot be evaluated at compile time; a definition holds no resources, leave it out"),
            ["lock"] = ("[|lock|] (region) { }", "ND0001 'lock' cannot be evaluated at compile time; a definition has no threads, leave it out"),
            ["await"] = ("Func<System.Threading.Tasks.Task> f = async () [|=>|] { await System.Threading.Tasks.Task.Yield(); };", "ND0001 an asynchronous function cannot be evaluated at compile time; a definition is not asynchronous"),
            ["yield"] = ("foreach (var n in Numbers()) { }\n---\nstatic IEnumerable<int> Numbers() { [|yield|] return 1; }", "ND0001 'yield' cannot be evaluated at compile time; add to a list and return it"),
            ["goto"] = ("if (region is not null) [|goto|] end;\nend: region.Vpc(\"b\", \"10.0.0.0/16\");", "ND0001 'goto' cannot be evaluated at compile time; use a loop, 'break' or 'continue'"),
            ["anonymous type"] = ("var pair = [|new { Name = \"a\" }|];", "ND0001 an anonymous type cannot be evaluated at compile time; use a tuple with names, such as (name: \"a\", port: 443)"),
            ["typeof"] = ("var name = [|typeof(int)|].Name;", "ND0001 'typeof' cannot be evaluated at compile time; write what you want to know of the type"),
            ["dynamic"] = ("dynamic value = [|1|];", "ND0001 'dynamic' cannot be evaluated at compile time; use the real type"),
            ["with"] = ("var udp = [|Tcp(1) with { DestinationPorts = PortRange.All }|];", "ND0001 'with' cannot be evaluated at compile time yet; make the value anew"),
            ["list pattern"] = ("var found = new[] { 1 } is [|[1, ..]|];", "ND0001 a list pattern cannot be evaluated at compile time yet; test the length and the elements"),
            ["query expression with an intermediate value"] = ("var all = [|from n in new[] { 1 } let m = n * 2 select m + n|];", "ND0001 a query with more than one range variable cannot be evaluated at compile time yet; write it with methods and tuples, such as items.Select(item => (item, size: 2))"),
            ["own type"] = ("var plan = [|new Plan(\"a\")|];\n---\npublic sealed record Plan(string Name);", "ND0001 'Plan' is a type of this program, which is not evaluated at compile time yet; use a tuple, an array or a list"),
            ["own enum"] = ("var size = Size.[|Large|];\n---\npublic enum Size { Small, Large }", "ND0001 'Size' is a type of this program, which is not evaluated at compile time yet; use a tuple, an array or a list"),
            ["list of an own type"] = ("var name = [|new List<Plan>()|].Count;\n---\npublic sealed record Plan(string Name);", "ND0002 'new List' cannot be called at compile time: only pure members of text, numbers, collections and queries are; calculate it in another way"),
            ["static that changes"] = ("region.Vpc($\"a{[|counter|]}\", \"10.0.0.0/16\");\n---\nstatic int counter = 1;", "ND0001 'counter' can change, so its value is not known at compile time; make it 'const' or 'static readonly', or pass it as a parameter"),
            ["assignment to a static"] = ("[|counter|] = 2;\n---\nstatic int counter = 1;", "ND0001 this cannot be assigned to at compile time: a definition changes its own variables, arrays and collections only; return the value instead"),
            ["static constructor"] = ("region.Vpc([|Name|], \"10.0.0.0/16\");\n---\nstatic readonly string Name;\nstatic Shop() { Name = \"a\"; }", "ND0001 'Shop' has a static constructor, which is not evaluated at compile time; initialise 'Name' where it is declared"),
            ["static without a value"] = ("region.Vpc([|Name|] ?? \"a\", \"10.0.0.0/16\");\n---\nstatic readonly string? Name;", "ND0001 'Name' is not initialised where it is declared; give it a value there"),
            ["static before its turn"] = ("region.Vpc($\"a{First}\", \"10.0.0.0/16\");\n---\nstatic readonly int First = [|Second|];\nstatic readonly int Second = 1;", "ND0001 'Second' has no value yet when 'First' is initialised; declare it before 'First', in the same part of the type, or make it 'const'"),
            ["known static before its turn"] = ("region.Vpc($\"a{Second}{First}\", \"10.0.0.0/16\");\n---\nstatic readonly int First = Later();\nstatic int Later() => [|Second|];\nstatic readonly int Second = 1;", "ND0001 'Second' has no value yet when 'First' is initialised; declare it before 'First', in the same part of the type, or make it 'const'"),
            ["static before its turn by way of another type"] = ("region.Vpc($\"a{First}\", \"10.0.0.0/16\");\n---\nstatic readonly int First = Other.One;\nstatic class Other { public static readonly int One = [|Two|]; }\nstatic readonly int Two = 2;", "ND0001 'Two' has no value yet when 'First' is initialised; declare it before 'First', in the same part of the type, or make it 'const'"),
            ["statics of two types in a circle"] = ("region.Vpc($\"a{Second}\", \"10.0.0.0/16\");\n---\nstatic readonly int First = 1;\nstatic class Other { public static readonly int One = [|First|]; }\nstatic readonly int Second = Other.One;\n", "ND0001 the statics of 'Other' and of 'Shop' are initialised from each other; move those that others need into one type"),
            ["static that needs itself"] = ("region.Vpc($\"a{First}\", \"10.0.0.0/16\");\n---\nstatic readonly int First = Again();\nstatic int Again() => [|First|] + 1;", "ND0001 the value of 'First' depends on itself; give it one that does not"),
            ["clock"] = ("var year = DateTime.[|Now|].Year;", "ND0002 'DateTime.Now' cannot be called at compile time: a definition gives the same network every time; write the value"),
            ["randomness"] = ("var number = [|new Random()|].Next();", "ND0002 'new Random' cannot be called at compile time: a definition gives the same network every time; write the values, or calculate them from an index"),
            ["shared randomness"] = ("var number = Random.[|Shared|].Next();", "ND0002 'Random.Shared' cannot be called at compile time: a definition gives the same network every time; write the values, or calculate them from an index"),
            ["identifier"] = ("var name = Guid.[|NewGuid()|].ToString();", "ND0002 'Guid.NewGuid' cannot be called at compile time: a definition gives the same network every time; write the name"),
            ["console"] = ("Console.[|WriteLine(\"hello\")|];", "ND0002 'Console.WriteLine' cannot be called at compile time: a definition only describes a network and prints nothing; leave it out"),
            ["file"] = ("var text = System.IO.File.[|ReadAllText(\"a\")|];", "ND0002 'File.ReadAllText' cannot be called at compile time: a definition reads and writes no files; write the values in C#"),
            ["environment"] = ("var name = Environment.[|GetEnvironmentVariable(\"A\")|];", "ND0002 'Environment.GetEnvironmentVariable' cannot be called at compile time: a definition gives the same network on every machine; write the value as a constant"),
            ["culture"] = ("var name = \"a\".[|ToUpper()|];", "ND0002 'string.ToUpper' cannot be called at compile time: its result depends on the machine's culture; use ToUpperInvariant"),
            ["order by culture"] = ("new List<string> { \"a\" }.[|Sort()|];", "ND0002 'List.Sort' cannot be called at compile time: how text is ordered depends on the machine's culture; use OrderBy(item => item, StringComparer.Ordinal)"),
            ["hash code"] = ("var hash = \"a\".[|GetHashCode()|];", "ND0002 'string.GetHashCode' cannot be called at compile time: only pure members of text, numbers, collections and queries are; calculate it in another way"),
            ["string builder"] = ("var text = [|new System.Text.StringBuilder()|];", "ND0002 'new StringBuilder' cannot be called at compile time: use string.Join or an interpolated string"),
            ["object identity"] = ("object a = \"x\", b = \"x\"; var same = [|a == b|];", "ND0001 whether these are the same object is not known at compile time; compare their values"),
            ["ref local"] = ("var n = 1; ref var [|alias = ref n|]; region.Vpc($\"n{n}\", \"10.0.0.0/16\");", "ND0001 a 'ref' variable cannot be evaluated at compile time; assign to the variable or element itself"),
            ["eight elements"] = ("var wide = [|(1, 2, 3, 4, 5, 6, 7, 8)|];", "ND0001 the tuple '(int, int, int, int, int, int, int, int)' cannot be evaluated at compile time; use up to seven elements of simple types"),
            ["a lambda with five parameters"] = ("Action<int, int, int, int, int> f = (a, b, c, d, e) [|=>|] { };", "ND0001 a function of type 'Action<int, int, int, int, int>' cannot be evaluated at compile time; use 'Action' or 'Func' with up to four parameters"),
            ["throw"] = ("if (region is not null) Fail();\n---\nstatic void Fail() { [|throw|] new ArgumentException(\"too small\"); }", "ND0004 this throws ArgumentException: too small; the definition has to run to its end"),
            ["division by zero"] = ("var zero = 0; var n = [|1 / zero|];", "ND0004 this throws DivideByZeroException: Attempted to divide by zero; the definition has to run to its end"),
            ["index outside"] = ("var numbers = new int[2]; var n = [|numbers[2]|];", "ND0004 this throws IndexOutOfRangeException: Index was outside the bounds of the array; the definition has to run to its end"),
            ["overflow"] = ("var big = int.MaxValue; var n = checked([|big + 1|]);", "ND0004 this throws OverflowException: Arithmetic operation resulted in an overflow; the definition has to run to its end"),
            ["null"] = ("string? text = null; var n = text!.[|Length|];", "ND0004 this throws NullReferenceException: the value is null; the definition has to run to its end"),
            ["null builder"] = ("VpcBuilder? vpc = null; vpc!.[|SecurityGroup(\"a\")|];", "ND0004 this throws NullReferenceException: the value is null; the definition has to run to its end"),
            ["missing key"] = ("var n = [|new Dictionary<string, int>()[\"a\"]|];", "ND0004 this throws KeyNotFoundException: The given key 'a' was not present in the dictionary; the definition has to run to its end"),
            ["failing query"] = ("var n = new int[0].[|First()|];", "ND0004 this throws InvalidOperationException: Sequence contains no elements; the definition has to run to its end"),
            ["changed while walked"] = ("var list = new List<int> { 1 }; foreach (var n in [|list|]) list.Add(n);", "ND0004 this throws InvalidOperationException: Collection was modified; enumeration operation may not execute; the definition has to run to its end"),
            ["no arm"] = ("var n = 3; var text = n [|switch|] { 1 => \"one\", 2 => \"two\" };", "ND0004 this throws InvalidOperationException: no arm of the switch takes the value 3; the definition has to run to its end"),
            ["invalid cast"] = ("object n = 3; var text = [|(string)n|];", "ND0004 this throws InvalidCastException: a value of type 'Int32' is no 'string'; the definition has to run to its end"),
            ["text in no format"] = ("var n = int.[|Parse(\"x\")|];", "ND0004 this throws FormatException: The input string 'x' was not in a correct format; the definition has to run to its end"),
        };
}
