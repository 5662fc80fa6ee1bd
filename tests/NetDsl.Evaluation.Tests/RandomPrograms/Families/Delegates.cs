namespace NetDsl.Evaluation.Tests;

/// <summary>Own delegates, events, own exceptions, disposables.</summary>
static class Delegates
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("delegate",
            Types: """
            delegate int $Func(int left, int right = «1..9»);
            delegate void $Change(ref int value);
            delegate T $Make<out T>();

            sealed class $Live(Log log)
            {
                public event Action<int>? Changed;
                event Func<int, int>? Asked;
                public void Raise(int n) { Changed?.Invoke(n); log.Note(Asked?.Invoke(n) ?? n); }
                public void Ask(Func<int, int> asked) => Asked += asked;
            }
            """)
        {
            Productions =
            [
                new("$Func", "own delegate", "new $Func(«fn»($a, $b) => «+ int $a»«+ int $b»«int!»«]»)"),
                new("$Func", "own delegate", "new $Func(«fn»($a, $b) => «+ int $a»«+ int $b»«int»«]»)", 3),
                new("$Func", "method group", "new $Func(Math.«:Max Min»)"),
                new("int", "call of a delegate", "«$Func»(«int»)", 3),
                new("int", "call of a delegate", "«$Func»(right: «int», left: «int»)", 3),
                new("int", "generic delegate", "new $Make<int>(«fn»() => «int»«]»)()"),
                new("string", "variance of a delegate", "$\"{(($Make<object>)new $Make<string>(«fn»() => «string»«]»))()}\"", 5),
                new("", "multicast delegate with a ref parameter", "{ $Change $c = (ref int n) => n += «1..9»; $c += (ref int n) => n *= 2; $c += $c; $c(ref «var int v»); }", 4),
                new("", "multicast delegate that returns", "{ Func<int, int> $f = «Func<int, int>»; $f += «Func<int, int>»; «use Log l».Note($f(«int»)); }", 3),
                new("", "event", "var $e = new $Live(«use Log l»);«out $Live $e»", 8),
                new("", "event", "«use $Live e».Changed += «fn»$n => «+ int $n»«use Log l».Note(«int»)«]»;", 4),
                new("", "event", "«use $Live e».Ask(«Func<int, int>»);", 3),
                new("", "event", "«use $Live e».Raise(«int»);", 5),
                new("", "event", "{ Action<int> $h = n => «use Log l».Note(n); «use $Live e».Changed += $h; «use $Live f».Raise(1); «use $Live g».Changed -= $h; }", 3),
            ],
        },
        new("own exception",
            Types: """
            class $Fault(int code, string message = "fault") : Exception(message)
            {
                public int Code => code;
                public override string Message => base.Message + code;
            }

            sealed class $Worse(int code, Exception? inner = null) : $Fault(code * 2) { public Exception? Cause { get; } = inner; }
            """,
            Members: """
            internal static int $Check(Log log, int n)
            {
                log.Note(n);
                if (n % 3 == 0) throw new $Fault(n & 0xFF);
                if (n % 7 == 1) throw new $Worse(n & 0xFF, new $Fault(1));
                return n;
            }
            """)
        {
            Productions =
            [
                new("int", "own exception", "$Check(«use Log l», «int»)", 3, Needs.Risk),
                new("int", "throw expression", "(«bool» ? «int» : throw new $Fault(«int»))", 2, Needs.Risk),
                new("int", "throw expression", "(«int?» ?? throw new $Worse(«int»))", 1, Needs.Risk),
                new("", "own exception", "if («bool») throw new $Fault(«int», «string»);", 2, Needs.Risk),
                new("", "catch an own exception", "try «try» catch ($Worse $e) when ($e.Cause is $Fault { Code: var $c } && «[»«+ int $c»«bool!»«]») «catch» catch ($Fault $f) { «use Log l».Note($f.Message); «use Log l».Note($f.Code); } catch (Exception) «catch»", 5),
                new("", "rethrow", "try { try { «use Log l».Note($Check(«use Log l», «int»)); } catch ($Fault $e) when ($e is $Worse) { throw; } catch ($Fault $f) { throw new $Worse($f.Code, $f); } finally «finally» } catch ($Worse $w) { «use Log l».Note($w.Code); «use Log l».Note($w.Cause?.Message ?? \"none\"); }", 5),
                new("", "exception in an iterator", "try { foreach (var $n in new[] { «int», «int» }.Select(n => $Check(«use Log l», n))) «use Log l».Note($n); } catch ($Fault $e) { «use Log l».Note($e.Message); }", 4),
                new("", "exception through finally", "try { try { «use Log l».Note($Check(«use Log l», «int»)); } finally «finally» } catch ($Fault $e) when («use Log l».Note($e.Code) > 3 | «bool!») «catch» catch ($Fault) { }", 4),
            ],
        },
        new("using",
            Types: """
            sealed class $Scope(Log log, int id) : IDisposable
            {
                public int Id => id;
                public $Scope Enter() { log.Note($"in{id & 0xFF}"); return this; }
                public void Dispose() => log.Note($"out{id & 0xFF}");
            }

            ref struct $Guard(Log log) { public void Dispose() => log.Note("guard"); }
            """)
        {
            Productions =
            [
                new("", "using statement", "using (var $s = new $Scope(«use Log l», «int»).Enter()) «block»", 5),
                new("", "using statement", "using (new $Scope(«use Log l», «int»)) using (var $s = new $Scope(«use Log l», 2)) «block»", 3),
                new("", "using statement", "using ($Scope? $s = «bool» ? null : new(«use Log l», «int»)) «use Log l».Note($s?.Id ?? 0);", 3),
                new("", "using declaration", "{ using var $s = new $Scope(«use Log l», «int»); using var $t = new $Scope(«use Log l», $s.Id + 1).Enter(); «use Log l».Note($t.Id + «int»); }", 4),
                new("", "using of a ref struct", "{ using var $g = new $Guard(«use Log l»); «use Log l».Note(«int»); }", 2, Needs.NoIterator),
                new("", "using that throws", "try { using var $s = new $Scope(«use Log l», «int»); «use Log l».Note(«int» / («int» % 3)); } catch (DivideByZeroException) «catch»", 4),
                new("", "using left by a jump", "for (var $i = 0; $i < 3; $i++) { «+ int $i»using var $s = new $Scope(«use Log l», $i); if («bool») continue; if («bool») break; «use Log l».Note(«int»); }", 4),
            ],
        },
    ];
}
