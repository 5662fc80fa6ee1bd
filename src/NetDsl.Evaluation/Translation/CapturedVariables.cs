using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Translation;

/// <summary>Finds the variables that other functions see than the one that declares them.</summary>
internal static class CapturedVariables
{
    public static HashSet<ISymbol> Of(IEnumerable<IOperation> roots)
    {
        var captured = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var left = new Stack<(IOperation Operation, Function? Function)>(roots.Select(root => (root, (Function?)null)));
        while (left.Count > 0)
        {
            var (operation, function) = left.Pop();
            switch (operation)
            {
                case ILocalReferenceOperation local when IsFromOutside(local.Local, function):
                    captured.Add(local.Local);
                    break;
                case IParameterReferenceOperation parameter when IsFromOutside(parameter.Parameter, function):
                    captured.Add(parameter.Parameter);
                    break;
                case IAnonymousFunctionOperation lambda:
                    function = new Function(lambda.Symbol, function);
                    break;
                case ILocalFunctionOperation local:
                    function = new Function(local.Symbol, function);
                    break;
            }

            foreach (var child in operation.ChildOperations)
            {
                left.Push((child, function));
            }
        }

        return captured;
    }

    /// <summary>Whether a variable is declared outside of the innermost function around its use.</summary>
    private static bool IsFromOutside(ISymbol variable, Function? function) =>
        function is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function.Symbol);

    private sealed record Function(IMethodSymbol Symbol, Function? Outer);
}
