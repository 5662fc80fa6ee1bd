namespace NetDsl.Evaluation.Tests.Language;

/// <summary>The using, lock, checked and yield statements.</summary>
static class ResourceStatements
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "using statement",
            "The using statement",
            """
            var said = new List<string>();
            using (var r = new Resource("a", said))
            {
                said.Add("use " + r.Name);
            }
            said.Add("end");
            return string.Join(" ", said);
            --- types
            sealed class Resource(string name, List<string> said) : IDisposable
            {
                public string Name => name;
                public void Dispose() => said.Add("dispose " + name);
            }
            """,
            "use a dispose a end"),
        new(
            "using statement with several resources",
            "The using statement",
            """
            var said = "";
            using (Resource a = new("a", text => said += text), b = new("b", text => said += text)) said += "use";
            return said;
            --- types
            sealed class Resource(string name, Action<string> say) : IDisposable
            {
                public void Dispose() => say(name);
            }
            """,
            "useba"),
        new(
            "using declaration",
            "Using declarations",
            """
            var said = "";
            void F()
            {
                using var a = new Resource("a", text => said += text);
                using var b = new Resource("b", text => said += text);
                said += "use";
            }
            F();
            return said;
            --- types
            sealed class Resource(string name, Action<string> say) : IDisposable
            {
                public void Dispose() => say(name);
            }
            """,
            "useba"),
        new(
            "using statement with an exception",
            "The using statement",
            """
            var said = "";
            try
            {
                using (new Resource(text => said += text)) throw new Exception("thrown");
            }
            catch (Exception e) { said += e.Message; }
            return said;
            --- types
            sealed class Resource(Action<string> say) : IDisposable
            {
                public void Dispose() => say("disposed ");
            }
            """,
            "disposed thrown"),
        new(
            "using statement with null",
            "The using statement",
            """
            IDisposable? nothing = null;
            using (nothing) { }
            return "nothing disposed";
            """,
            "nothing disposed"),
        new(
            "using statement on a ref struct",
            "Using declarations",
            """
            var said = new List<string>();
            {
                using var scope = new Scope(said);
                said.Add("in");
            }
            return string.Join(" ", said);
            --- types
            ref struct Scope(List<string> said)
            {
                public void Dispose() => said.Add("out");
            }
            """,
            "in out"),
        new(
            "lock statement",
            "The lock statement",
            """
            var gate = new object();
            var n = 0;
            lock (gate)
            {
                n++;
                lock (gate) n++;
            }
            return $"{n}";
            """,
            "2"),
        new(
            "checked statement",
            "The checked and unchecked statements",
            """
            var x = int.MaxValue;
            try
            {
                checked
                {
                    x++;
                }
                return "no overflow";
            }
            catch (OverflowException) { return $"{x == int.MaxValue}"; }
            """,
            "True"),
        new(
            "unchecked statement",
            "The checked and unchecked statements",
            """
            var x = int.MaxValue;
            unchecked
            {
                x++;
            }
            return $"{x}";
            """,
            "-2147483648"),
    ];
}
