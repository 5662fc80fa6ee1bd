namespace NetDsl.Evaluation.Tests;

/// <summary>Branches: if, switch, exceptions, returns.</summary>
static class Branches
{
    const string Statement = Production.Statement;

    public static IReadOnlyList<Production> All { get; } =
    [
        new(Statement, "if", "if («bool»)«block»else «block»", 4),
        new(Statement, "if", "if («bool»)«block»", 3),
        new(Statement, "if with a pattern", "if («object» is int $n and > 0)«[»«+ int $n»«block»«]»else «block»", 2),
        new(Statement, "if with a pattern", "if («object» is string { Length: > 0 } $s)«[»«+ string $s»«block»«]»", 2),
        new(Statement, "if with a pattern", "if («int?» is { } $n)«[»«+ int $n»«block»«]»", 2),
        new(Statement, "if with a pattern", "{ if («object» is not int $n) { «use Log l».Note(1); } else «[»«+ int $n»«block»«]» }", 1),
        new(Statement, "switch on a number", "switch («int» % 60)«sections»", 4),
        new(Statement, "switch on text", "switch («string») { case \"k\": case \"ab\": «section»break; case { Length: > 2 } when «bool»: «section»goto case \"k\"; case ['x', ..]: «section»break; default: «section»break; }", 2),
        new(Statement, "switch on types", "switch («object») { case int $n when «[»«+ int $n»«bool»«]»: «section»break; case int: «section»break; case string $s: «[»«+ string $s»«section»«]»break; case null: break; default: «section»break; }", 2),
        new(Statement, "switch on tuples", "switch («int» & 3, «bool») { case (0, _): «section»break; case (_, true): «section»break; case (var $n, false) when $n > 1: «[»«+ int $n»«section»«]»break; }", 2),
        new(Statement, "switch on lists", "switch («int[]») { case []: break; case [var $n]: «[»«+ int $n»«section»«]»break; case [> 3, .., var $z]: «[»«+ int $z»«section»«]»break; case [_, .. { Length: > 0 } $mid]: «[»«+ int[] $mid»«section»«]»break; default: «section»break; }", 2),
        new(Statement, "switch on a nullable", "switch («int?») { case null: «section»break; case 3 or 4: «section»break; case int $n when $n > 9: «[»«+ int $n»«section»«]»break; }", 2),
        new(Statement, "switch on a character", "switch («char») { case >= 'a' and <= 'f': «section»break; case 'x': case 'q': «section»goto default; default: «section»break; }", 1),
        new(Statement, "switch on a bool", "switch («bool») { case true: «section»break; case false: «section»break; }", 1),
        new(Statement, "return", "if («bool») return «result»;", 4, Needs.Result),
        new(Statement, "throw", "if («bool») throw new InvalidOperationException($\"«:a b»{«int»}\");", 2, Needs.Risk),

        new(Statement, "try catch", "try «try» catch (Exception) «catch»", 3),
        new(Statement, "catch by type", "try «try» catch (DivideByZeroException) «catch» catch (ArithmeticException) «catch» catch (InvalidOperationException) «[»«catch»«]» catch (Exception) «catch»", 3),
        new(Statement, "catch when", "try «try» catch (Exception $e) when («[»«+ Exception $e»$e is IndexOutOfRangeException or ArgumentException || «use Log l».Note(«bool!»«]»)) «catch» catch (Exception) «catch»", 3),
        new(Statement, "try catch finally", "try «try» catch (ArithmeticException) «catch» catch (Exception $e) when ($e is not NullReferenceException) «catch» catch (NullReferenceException) «catch» finally «finally»", 3),
        new(Statement, "try finally", "try «guarded» finally «finally»", 3),
        new(Statement, "rethrow", "try { try «try» catch (Exception) { «use Log l».Note(«int»); throw; } finally «finally» } catch (Exception $e) «[»«+ Exception $e»«catch»«]»", 2),
        new(Statement, "inner exception", "try { try «try» catch (Exception $e) { throw new InvalidOperationException(\"outer\", $e); } } catch (InvalidOperationException $o) when ($o.InnerException is ArithmeticException) «catch» catch (Exception) «catch»", 2),
        new(Statement, "division by zero", "try { «use Log l».Note(«int» / («int» - «int»)); } catch (DivideByZeroException) «catch»", 2),
        new(Statement, "invalid cast", "try { «use Log l».Note((string)«object»); } catch (InvalidCastException) «catch»", 2),
        new(Statement, "index outside", "try { «use Log l».Note(«int[]»[«int»]); } catch (IndexOutOfRangeException) «catch»", 2),
        new(Statement, "overflow", "try { «use Log l».Note(checked((byte)«int»)); } catch (OverflowException) «catch»", 2),
        new(Statement, "null reference", "try { «use Log l».Note(«string?»!.Trim()); } catch (NullReferenceException) «catch»", 2),
        new(Statement, "key not found", "try { «use Log l».Note(«Dictionary<string, int>»[«string»]); } catch (KeyNotFoundException) «catch»", 2),
        new(Statement, "try that returns", "try { if («bool») return «result»; } finally «finally»", 3, Needs.Result),
        new(Statement, "break out of try", "for (var $i = 0; $i < 3; $i++) { «+ int $i»try { if («bool») break; if («bool») continue; «use Log l».Note($i); } finally «finally» }", 2),

        new(Statement, "yield return", "yield return «int»;", 8, Needs.Yield),
        new(Statement, "yield break", "if («bool») yield break;", 4, Needs.Yield),
        new(Statement, "message of an exception", "if («use Exception e» is InvalidOperationException { Message: { Length: < 9 } $m }) «use Log l».Note($m);", 30),
        new(Statement, "type pattern", "«use Log l».Note(«use Exception e» switch { DivideByZeroException => 1, ArithmeticException => 2, ArgumentException => 3, _ => «int» });", 30),
        new("string", "message of an exception", "(«use Exception e» is InvalidOperationException { Message: var $m } && $m.Length < 9 ? $m : \"other\")", 9),
        new("bool", "type pattern", "(«use Exception e» is ArithmeticException or ArgumentException)", 4),
    ];
}
