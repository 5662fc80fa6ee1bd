namespace NetDsl.Evaluation.Tests.Language;

/// <summary>The try and throw statements.</summary>
static class ExceptionStatements
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "try-catch",
            "The try statement",
            """
            var said = "";
            try
            {
                said += "a";
                throw new InvalidOperationException("bad");
            }
            catch (InvalidOperationException e)
            {
                said += e.Message;
            }
            return said;
            """,
            "abad"),
        new(
            "try-finally",
            "The try statement",
            """
            var said = "";
            try { said += "try "; }
            finally { said += "finally "; }
            return said + "after";
            """,
            "try finally after"),
        new(
            "finally when an exception passes",
            "The try statement",
            """
            var said = "";
            void F()
            {
                try { throw new ArgumentException("x"); }
                finally { said += "f"; }
            }
            try { F(); }
            catch (ArgumentException) { said += "c"; }
            return said;
            """,
            "fc"),
        new(
            "finally that throws, behind an exception that nobody catches",
            "The try statement",
            """
            try
            {
                try { throw new InvalidOperationException("first"); }
                finally { throw new ArgumentException("second"); }
            }
            catch (ArgumentException e)
            {
                return e.Message;
            }
            """,
            "second"),
        new(
            "catch clauses in order",
            "The try statement",
            """
            static string Kind(Exception thrown)
            {
                try { throw thrown; }
                catch (ArgumentNullException) { return "null"; }
                catch (ArgumentException) { return "argument"; }
                catch (Exception) { return "general"; }
            }
            return $"{Kind(new ArgumentNullException())} {Kind(new ArgumentException())} {Kind(new FormatException())}";
            """,
            "null argument general"),
        new(
            "general catch clause",
            "The try statement",
            """
            var said = "";
            try { throw new Exception(); }
            catch { said = "caught"; }
            return said;
            """,
            "caught"),
        new(
            "rethrow",
            "The throw statement",
            """
            var said = "";
            static void F(Action<string> say)
            {
                try { throw new Exception("G"); }
                catch (Exception e)
                {
                    say("Exception in F: " + e.Message);
                    e = new Exception("F");
                    throw;
                }
            }
            try { F(text => said += text + ";"); }
            catch (Exception e) { said += "Exception in Main: " + e.Message; }
            return said;
            """,
            "Exception in F: G;Exception in Main: G"),
        new(
            "exception filter",
            "The try statement",
            """
            static string Of(int code)
            {
                try { throw new Coded(code); }
                catch (Coded e) when (e.Code == 1) { return "one"; }
                catch (Coded e) when (e.Code > 5) { return $"big{e.Code}"; }
                catch (Coded) { return "other"; }
            }
            return Of(1) + Of(7) + Of(3);
            --- types
            sealed class Coded(int code) : Exception { public int Code => code; }
            """,
            "onebig7other"),
        new(
            "exception out of a comparison",
            "The try statement",
            """
            static string Told(Action act)
            {
                try { act(); return "nothing"; }
                catch (InvalidOperationException e) when (e.InnerException is ArgumentException inner) { return "wrapped " + inner.Message; }
                catch (ArgumentException e) { return e.Message; }
            }
            static int Fail(int x, int y) => throw new ArgumentException("f");
            var numbers = new List<int> { 3, 1, 2 };
            int[] array = [3, 1, 2];
            Shy[] shy = [new(), new()];
            return Told(() => numbers.Sort(Fail)) + "," + Told(() => Array.Sort(array, (x, y) => throw new ArgumentException("a")))
                + "," + Told(() => numbers.Sort(Comparer<int>.Create(Fail))) + "," + Told(() => Array.Sort(shy))
                + "," + Told(() => numbers.BinarySearch(1, Comparer<int>.Create(Fail)))
                + "," + Told(() => numbers.Sort((x, y) => { try { return Fail(x, y); } catch (ArgumentException) { return x - y; } })) + numbers[0]
                + "," + Told(() => { var _ = numbers.OrderBy(x => x, Comparer<int>.Create(Fail)).First(); })
                + "," + Told(() => numbers.Sort(7, 2, null));
            --- types
            sealed class Shy : IComparable<Shy> { public int CompareTo(Shy? other) => throw new ArgumentException("s"); }
            """,
            "wrapped f,wrapped a,wrapped f,wrapped s,wrapped f,nothing1,f,Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."),
        new(
            "exception filter runs before inner finally",
            "The try statement",
            """
            var said = "";
            bool Filter() { said += "filter "; return true; }
            try
            {
                try { throw new Exception(); }
                finally { said += "finally "; }
            }
            catch when (Filter()) { said += "catch"; }
            return said;
            """,
            "filter finally catch"),
        new(
            "exception filter that throws counts as false",
            "The try statement",
            """
            static bool Bad() => throw new Exception("in the filter");
            try { throw new InvalidOperationException("outer"); }
            catch (InvalidOperationException) when (Bad()) { return "first"; }
            catch (Exception e) { return e.Message; }
            """,
            "outer"),
        new(
            "throw expression",
            "The throw expression operator",
            """
            static int Length(string? s) => s?.Length ?? throw new ArgumentNullException(nameof(s));
            static string Pick(bool b) => b ? "yes" : throw new InvalidOperationException("no");
            var said = $"{Length("abc")}{Pick(true)}";
            try { Length(null); }
            catch (ArgumentNullException e) { said += e.ParamName; }
            try { Pick(false); }
            catch (InvalidOperationException e) { said += e.Message; }
            return said;
            """,
            "3yessno"),
        new(
            "throw in an expression body",
            "The throw expression operator",
            """
            try { return new Empty().Value; }
            catch (NotSupportedException) { return "not supported"; }
            --- types
            sealed class Empty { public string Value => throw new NotSupportedException(); }
            """,
            "not supported"),
        new(
            "exception thrown from a finally block",
            "The throw statement",
            """
            try
            {
                try { throw new Exception("first"); }
                finally { throw new Exception("second"); }
            }
            catch (Exception e) { return e.Message; }
            """,
            "second"),
        new(
            "nested try statements",
            "The try statement",
            """
            var said = "";
            for (var i = 0; i < 3; i++)
            {
                try
                {
                    try
                    {
                        if (i == 1) continue;
                        if (i == 2) throw new FormatException();
                        said += i;
                    }
                    finally { said += "f"; }
                }
                catch (FormatException) { said += "c"; }
            }
            return said;
            """,
            "0fffc"),
        new(
            "own exception class with an inner exception",
            "Exceptions",
            """
            try
            {
                try { throw new FormatException("inner"); }
                catch (FormatException e) { throw new PlanException("outer", e); }
            }
            catch (PlanException e)
            {
                return $"{e.Message} {e.InnerException!.Message} {e.InnerException is FormatException}";
            }
            --- types
            class PlanException(string message, Exception inner) : Exception(message, inner);
            """,
            "outer inner True"),
        new(
            "System.DivideByZeroException",
            "Division operator",
            """
            var zero = 0;
            try { return $"{1 / zero}"; }
            catch (DivideByZeroException) { return "divided"; }
            """,
            "divided"),
        new(
            "System.NullReferenceException",
            "Member access",
            """
            string? s = null;
            try { return $"{s!.Length}"; }
            catch (NullReferenceException) { return "null"; }
            """,
            "null"),
        new(
            "System.InvalidCastException",
            "Explicit reference conversions",
            """
            object o = "text";
            try { return $"{(int)o}"; }
            catch (InvalidCastException) { return "cast"; }
            """,
            "cast"),
        new(
            "System.IndexOutOfRangeException",
            "Array access",
            """
            var array = new int[2];
            try { return $"{array[2]}"; }
            catch (IndexOutOfRangeException) { return "range"; }
            """,
            "range"),
        new(
            "System.ArrayTypeMismatchException",
            "Array covariance",
            """
            object[] array = new string[1];
            try { array[0] = 5; return "stored"; }
            catch (ArrayTypeMismatchException) { return "mismatch"; }
            """,
            "mismatch"),
    ];
}
