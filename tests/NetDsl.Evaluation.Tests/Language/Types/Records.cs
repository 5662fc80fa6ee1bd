namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Records and record structs.</summary>
static class Records
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "record class",
            "Feature: records",
            """
            var p = new Person("Nancy", "Davolio");
            var (first, last) = p;
            return $"{p} {first} {last} {p.FirstName}";
            --- types
            record Person(string FirstName, string LastName);
            """,
            "Person { FirstName = Nancy, LastName = Davolio } Nancy Davolio Nancy"),
        new(
            "equality of records",
            "Feature: records",
            """
            var phones = new[] { "1" };
            Person a = new("N", phones), b = new("N", phones), c = new("N", ["1"]);
            object o = b;
            return $"{a == b}{a.Equals(o)}{ReferenceEquals(a, b)}{a == c}{a != c}";
            --- types
            record Person(string Name, string[] Phones);
            """,
            "TrueTrueFalseFalseTrue"),
        new(
            "inheritance of records",
            "Feature: records",
            """
            Person teacher = new Teacher("N", 3), student = new Student("N", 3), same = new Student("N", 3);
            var (name, grade) = (Student)student;
            return $"{teacher == student}{student == same}{student} {name}{grade}";
            --- types
            abstract record Person(string Name);
            record Teacher(string Name, int Grade) : Person(Name);
            record Student(string Name, int Grade) : Person(Name);
            """,
            "FalseTrueStudent { Name = N, Grade = 3 } N3"),
        new(
            "with keeps the run-time type",
            "Feature: records",
            """
            Point p = new NamedPoint("A", 0, 5);
            var q = p with { X = 5 };
            return $"{q is NamedPoint}{q}{p.X}";
            --- types
            record Point(int X, int Y);
            record NamedPoint(string Name, int X, int Y) : Point(X, Y);
            """,
            "TrueNamedPoint { X = 5, Y = 5, Name = A }0"),
        new(
            "with and init accessors",
            "Feature: records",
            """
            var p = new Plan("a") { Size = 3 };
            var q = p with { Name = "b", Size = p.Size + 1 };
            return $"{q}{p.Total}{q.Total}";
            --- types
            record Plan(string Name) { public int Size { get; init; } public int Total => Size * 10; }
            """,
            "Plan { Name = b, Size = 4, Total = 40 }3040"),
        new(
            "copy constructor of a record",
            "Feature: records",
            """
            var a = new Box(1);
            var b = a with { N = 5 };
            return $"{b.N}{b.Copies}{a.Copies}";
            --- types
            record Box(int N)
            {
                public int Copies;
                protected Box(Box other) { N = other.N; Copies = other.Copies + 1; }
            }
            """,
            "510"),
        new(
            "shallow copy by with",
            "Feature: records",
            """
            var a = new Bag("a", [1]);
            var b = a with { Name = "b" };
            b.Items.Add(2);
            return $"{a.Items.Count}{ReferenceEquals(a.Items, b.Items)}";
            --- types
            record Bag(string Name, List<int> Items);
            """,
            "2True"),
        new(
            "record struct",
            "Feature: record structs",
            """
            var a = new Point(1, 2);
            var b = a;
            b.X = 10;
            var c = new Fixed(3) with { N = 4 };
            return $"{a}{b.X}{a == new Point(1, 2)}{a.Equals(b)}{c}{default(Point)}";
            --- types
            record struct Point(int X, int Y);
            readonly record struct Fixed(int N);
            """,
            "Point { X = 1, Y = 2 }10TrueFalseFixed { N = 4 }Point { X = 0, Y = 0 }"),
        new(
            "record with members of its own",
            "Feature: records",
            """
            var r = new Range2(5, 2);
            return $"{r} {r.Length} {r == new Range2(2, 5)}";
            --- types
            record Range2
            {
                public int From { get; }
                public int To { get; }
                public int Length => To - From;
                public Range2(int a, int b) => (From, To) = a < b ? (a, b) : (b, a);
                public override string ToString() => $"{From}..{To}";
            }
            """,
            "2..5 3 True"),
        new(
            "PrintMembers of a record",
            "Feature: records",
            """
            return $"{new Secret("u", "p")}{new Empty()}{new Wide(null, [1])}";
            --- types
            record Secret(string User, string Password)
            {
                protected virtual bool PrintMembers(System.Text.StringBuilder text) { text.Append("User = ").Append(User); return true; }
            }
            record Empty;
            record Wide(string? Name, int[] Items) { public override string ToString() => $"{Name ?? "none"}{Items.Length}"; }
            """,
            "Secret { User = u }Empty { }none1"),
        new(
            "equality of a record replaced",
            "Feature: records",
            """
            Id a = new("x"), b = new("X");
            return $"{a == b}{a.Equals((object)b)}{new HashSet<Id> { a, b }.Count}";
            --- types
            record Id(string Text)
            {
                public virtual bool Equals(Id? other) => other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);
                public override int GetHashCode() => Text.Length;
            }
            """,
            "TrueTrue1"),
        new(
            "record in a dictionary and a set",
            "Feature: records",
            """
            var d = new Dictionary<Key, string> { [new("a", 1)] = "first" };
            d[new("a", 1)] = "second";
            var set = new HashSet<Key> { new("a", 1), new("a", 1), new("b", 1) };
            return $"{d.Count}{d[new("a", 1)]}{set.Count}{set.Contains(new("b", 1))}";
            --- types
            record Key(string Name, int Port);
            """,
            "1second2True"),
        new(
            "record with a replaced positional property",
            "Feature: records",
            """
            var u = new User("  ann ", 3);
            var (name, _) = u;
            return $"[{u.Name}][{name}]{u.Age}";
            --- types
            record User(string Name, int Age) { public string Name { get; init; } = Name.Trim(); }
            """,
            "[ann][ann]3"),
        new(
            "generic record",
            "Feature: records",
            """
            Pair<int, string> a = new(1, "x"), b = new(1, "x");
            return $"{a}{a == b}";
            --- types
            record Pair<A, B>(A First, B Second);
            """,
            "Pair { First = 1, Second = x }True"),
    ];
}
