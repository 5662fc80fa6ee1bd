namespace NetDsl.Evaluation.Tests;

/// <summary>Programs about values: constants of other types in patterns, nullable numbers, widening, text of numbers, queries.</summary>
static class ValuePrograms
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["constants converted in patterns"] = """
            var r = network.Region("us-east-1");
            long x = 2; ushort u = 443; double d = 2; long? o = 5; byte b = 7; decimal m = 3; uint w = 9; char c = 'x'; object boxed = 2; object wide = 2L; short? none = null;
            string Text(bool value) => value ? "1" : "0";
            r.Vpc("is" + Text(x is 2) + Text(u is 443) + Text(d is 2) + Text(o is 5) + Text(b is 7) + Text(m is 3) + Text(w is 9) + Text(c is 'x')
                + Text(boxed is 2) + Text(boxed is 2L) + Text(wide is 2) + Text(wide is 2L) + Text(none is 1) + Text(none is null) + Text(x is 3 or 2) + Text(x is not 2), "10.0.0.0/16");
            r.Vpc("rel" + Text(x is > 1 and < 3) + Text(u is >= 443) + Text(d is < 3) + Text(o is > 4 and <= 5) + Text(b is > 7) + Text(m is >= 3) + Text(w is < 10) + Text(c is >= 'a' and <= 'z') + Text(none is > 0)
                + Text(boxed is > 1) + Text(wide is > 1) + Text(wide is > 1L), "10.1.0.0/16");
            r.Vpc("arm" + (x switch { 1 => "one", 2 => "two", _ => "other" }) + (u switch { 80 => "http", 443 => "https", _ => "other" }) + ((x, u) switch { (2, 443) => "both", _ => "none" })
                + (d switch { 2 => "d2", _ => "d" }) + (o switch { null => "null", 5 => "five", _ => "other" }) + (b switch { < 5 => "small", 7 => "seven", _ => "big" }), "10.2.0.0/16");
            switch (x) { case 2: r.Vpc("case2", "10.3.0.0/16"); break; default: r.Vpc("default", "10.3.0.0/16"); break; }
            switch (u) { case 80: r.Vpc("http", "10.4.0.0/16"); break; case 443: r.Vpc("https", "10.4.0.0/16"); break; }
            switch (o) { case 4: r.Vpc("four", "10.5.0.0/16"); break; case 5 when x == 2: r.Vpc("five", "10.5.0.0/16"); break; case null: break; }
            switch (b) { case Seven: r.Vpc("seven", "10.6.0.0/16"); break; }
            switch (d) { case 2: r.Vpc("d2", "10.7.0.0/16"); break; }
            if ((name: "a", port: u) is { name: "a", port: 443 }) r.Vpc("property", "10.8.0.0/16");
            ---
            const int Seven = 7;
            """,
        ["nullable numbers"] = """
            var r = network.Region("us-east-1");
            int? a = null; int? five = 5; byte? small = 3; long? big = null; bool? maybe = null;
            long b = a ?? 7L; long c = five ?? 7L; double d = five ?? 1.5; object e = five ?? (object)"text"; int? f = a ?? five; long? g = big ?? five; int h = small ?? 9; long i = big ?? five ?? 1;
            r.Vpc($"{b}-{c}-{d == 5.0}-{e}-{f}-{g}-{h}-{i}-{b + c}", "10.0.0.0/16");
            r.Vpc("m" + a.ToString() + five.ToString() + a.Equals(null) + a.Equals(5) + five.Equals(5) + five.Equals(5L) + five.Equals(null) + a.HasValue + five.HasValue + a.GetValueOrDefault() + a.GetValueOrDefault(4) + five.GetValueOrDefault(4) + $"{a}{five}" + maybe.ToString(), "10.1.0.0/16");
            r.Vpc("o" + (a + 1) + (five + 1) + (a == null) + (a < 5) + (a >= 5) + (five < 6L) + (five == 5L) + (a == five) + (a != five) + (five * small) + (-five) + (~a) + (maybe | true) + (maybe & false) + (maybe & true) + !maybe, "10.2.0.0/16");
            a ??= 3; a += 4; five++; five -= null; big ??= 8; small ??= 9; maybe ??= a > 6;
            r.Vpc($"p{a}-{five}-{big}-{small}-{maybe}-{(int?)big}-{(long?)five}-{(byte)a}-{five?.ToString()}-{a?.CompareTo(6)}", "10.3.0.0/16");
            """,
        ["tuples compared across types"] = """
            var r = network.Region("us-east-1");
            (long, short) wide = (4294967297L, 2);
            var same = (1, (2L, "x"));
            (byte, int?) optional = (1, null);
            r.Vpc("t" + ((1, 2) == (4294967297L, 2L)) + ((1, 2) == wide) + (wide == (1, 2)) + (wide == (4294967297, 2)) + (same == (1L, ((byte)2, "x"))) + (same != (1, (2, "y")))
                + (optional == (1, null)) + (optional == (1, 2)) + ((1.0, 2) == (1, 2.0)) + ((1u, -1) == (1, 4294967295L)) + ((1, "a") == (1m, "a")) + ((double.NaN, 1) == (double.NaN, 1)), "10.0.0.0/16");
            """,
        ["text of numbers in the invariant culture"] = """
            var r = network.Region("us-east-1");
            double d = 7.5; float f = 0.1f; decimal m = 1.10m;
            var invariant = System.Globalization.CultureInfo.InvariantCulture;
            r.Vpc($"{(d / 2).ToString("0.00", invariant)}_{f.ToString(invariant)}_{(m + 2).ToString(System.Globalization.CultureInfo.InvariantCulture)}_{(1.0 / 3).ToString(invariant)}_{7.ToString(invariant)}_{255.ToString("x4", invariant)}_{(int)d}_{1e20.ToString(invariant)}".Replace('+', 'p').Replace('.', '-'), "10.0.0.0/16");
            r.Vpc("i" + 255.ToString("X") + 7L.ToString("D4") + ((byte)7).ToString("00") + ((short)5).ToString() + 5u.ToString() + 6ul.ToString() + ((object)8).ToString() + $"{9:000}{(ushort)4:x2}" + string.Format("{0:00}-{1}{2,4}", 3, "t", 'c').Replace(' ', '_') + (1, "a") + true + long.Parse("5000000000") + string.Format(invariant, "{0}", 5), "10.1.0.0/16");
            """,
        ["calls that C# drops"] = """
            var r = network.Region("us-east-1");
            var n = 0;
            Note(r, $"a{n++}");
            Traced(r, "b");
            Always(r, $"c{n++}");
            Hook(n++);
            r.Vpc($"end{n}", "10.9.0.0/16");
            ---
            [System.Diagnostics.Conditional("X")] static void Note(RegionBuilder region, string name) => region.Vpc(name, "10.0.0.0/16");
            [System.Diagnostics.Conditional("X"), System.Diagnostics.Conditional("Y")] static void Traced(RegionBuilder region, string name) { region.Vpc(name, "10.1.0.0/16"); }
            static void Always(RegionBuilder region, string name) { region.Vpc(name, "10.2.0.0/16"); }
            static partial void Hook(int n);
            """,
        ["statics in the order of their text"] = """
            network.Region("us-east-1").Vpc($"v{Third}{Other.Sum}{Late()}{Zone}", "10.0.0.0/16");
            ---
            const int Limit = Behind + 1;
            static readonly int First = Limit;
            static readonly int Second = First + Twice(First);
            static string Zone { get; } = $"z{Second}";
            static readonly int Third = Second + Zone.Length + Other.Sum;
            static int Twice(int n) => n + First;
            static int Late() => Second;
            const int Behind = 4;
            static class Other { public static readonly int One = 1; public static readonly int Sum = One + 2; }
            """,
        ["queries that look when they are walked"] = """
            var r = network.Region("us-east-1");
            var list = new List<int> { 1, 2, 3 };
            var last = list.TakeLast(2); var but = list.SkipLast(1); var more = list.Append(9); var before = list.Prepend(8); var chunks = list.Chunk(2); var distinct = list.DistinctBy(n => n % 2);
            var ordered = list.Order(); var indexed = list.Index(); var zipped = list.Zip(list); var reversed = list.AsEnumerable().Reverse(); var ranked = list.OrderBy(n => n % 2).ThenByDescending(n => n);
            list.Add(4);
            list.Insert(0, 7);
            string Text(IEnumerable<int> items) => string.Join("", items);
            r.Vpc($"{Text(last)}-{Text(but)}-{Text(more)}-{Text(before)}-{chunks.Count()}-{Text(distinct)}-{Text(ordered)}-{indexed.Count()}-{zipped.Count()}-{Text(reversed)}-{Text(ranked)}", "10.0.0.0/16");
            r.Vpc("by" + list.MinBy(n => -n) + list.MaxBy(n => n % 4) + new string[0].MinBy(t => t.Length) + (new int?[0].MaxBy(n => n) is null) + new[] { "bb", "a", "c" }.MinBy(t => t.Length)
                + new (string, int?)[] { ("x", null), ("y", 2), ("z", 1) }.MinBy(p => p.Item2).Item1 + Text(list.TakeLast(0)) + Text(list.SkipLast(-1)) + list.Min() + list.Max(n => -n), "10.1.0.0/16");
            """,
        ["nothing is found behind what is assigned to it"] = """
            var r = network.Region("us-east-1");
            var log = "";
            int Note(string name, int value) { log += name; return value; }
            string Try(Action act) { try { act(); return "none"; } catch (NullReferenceException) { return "null"; } catch (IndexOutOfRangeException) { return "range"; } }
            Box? none = null; int[]? array = null; int[,]? square = null; int[] one = [1]; List<int>? list = null;
            log += Try(() => none!.Value = Note("a", 1)); log += Try(() => none!.Auto = Note("b", 1)); log += Try(() => none!.Value += Note("c", 1));
            log += Try(() => array![Note("d", 0)] = Note("e", 1)); log += Try(() => array![Note("f", 0)] += Note("g", 1)); log += Try(() => one[Note("h", 3)] = Note("i", 1));
            log += Try(() => list![Note("j", 0)] = Note("k", 1)); log += Try(() => Note("l", array![Note("m", 0)])); log += Try(() => Set(ref none!.Value, Note("n", 1)));
            log += Try(() => none![Note("o", 1)] = Note("p", 1)); log += Try(() => none!.Auto++); log += Try(() => Note("q", square![Note("r", 0), 0])); log += Try(() => (none!.Value, one[Note("s", 0)]) = (Note("t", 1), 2));
            r.Vpc(log + one[0], "10.0.0.0/16");
            static void Set(ref int place, int value) => place = value;
            ---
            class Box { public int Value; public int Auto { get; set; } public int this[int index] { get => index; set { } } }
            """,
        ["text of formattable types of the program"] = """
            var r = network.Region("us-east-1");
            var plan = new Plan(3); IFormattable formattable = plan; object boxed = plan;
            r.Vpc(plan + "-" + boxed + "-" + $"{plan}-{plan:x}-{boxed:y}" + string.Format("-{0:z}-{0}", plan) + "-" + string.Join("_", plan, boxed) + string.Concat("-", boxed) + "-" + formattable.ToString("q", null)
                + "-" + plan.ToString() + "-" + boxed.ToString() + "-" + new System.Text.StringBuilder().Append(boxed).Append('-').Append(plan) + "-" + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{plan:v}"), "10.0.0.0/16");
            ---
            readonly struct Plan(int size) : IFormattable { public override string ToString() => $"plain{size}"; public string ToString(string? format, IFormatProvider? provider) => $"f{format}{size}{(provider is null ? "n" : "p")}"; }
            """,
    };
}
