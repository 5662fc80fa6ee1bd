using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <content><c>using</c>: what is disposed of, whatever happens.</content>
internal sealed partial class Translator
{
    private Statement Using(IUsingOperation resources)
    {
        if (resources.IsAsynchronous)
        {
            throw Refused(resources.Syntax, "'await using' cannot be evaluated at compile time; a definition is not asynchronous");
        }

        return Scoped(resources.Locals, resources.Syntax, () => resources.Resources switch
        {
            IVariableDeclarationGroupOperation group => Disposing(
                [.. group.Declarations.SelectMany(declaration => declaration.Declarators)], resources.Syntax, () => Statement(resources.Body)),
            var expression => Disposing(expression, resources),
        });
    }

    private Statement UsingDeclaration(IUsingDeclarationOperation declaration, IReadOnlyList<IOperation> rest)
    {
        if (declaration.IsAsynchronous)
        {
            throw Refused(declaration.Syntax, "'await using' cannot be evaluated at compile time; a definition is not asynchronous");
        }

        return Disposing(
            [.. declaration.DeclarationGroup.Declarations.SelectMany(group => group.Declarators)], declaration.Syntax, () => List(rest, [], declaration.Syntax));
    }

    private Statement Disposing(IReadOnlyList<IVariableDeclaratorOperation> declarators, SyntaxNode syntax, Func<Statement> body)
    {
        if (declarators.Count == 0)
        {
            return body();
        }

        var declare = Declarator(declarators[0]);
        var read = VariableAccess.Read(Find(declarators[0].Symbol), scope);
        var dispose = Disposal(declarators[0].Symbol.Type, syntax);
        var protecting = new TryStatement(syntax, interpreter, Disposing([.. declarators.Skip(1)], syntax, body), [], frame => dispose(read(frame)));
        return Both(syntax, declare, protecting);
    }

    private Sequential Disposing(IOperation expression, IUsingOperation resources)
    {
        var resource = Translate(expression);
        var slot = NewSlot();
        var dispose = Disposal(expression.Type, resources.Syntax);
        var protecting = new TryStatement(
            resources.Syntax, interpreter, Statement(resources.Body), [], frame => dispose(frame.Slots[slot]));
        return Both(resources.Syntax, frame => frame.Slots[slot] = resource(frame), protecting);
    }

    private Action<object?> Disposal(ITypeSymbol? type, SyntaxNode at)
    {
        // A ref struct is disposed of by its method alone.
        if (type is INamedTypeSymbol { IsRefLikeType: true } named && named.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty) is { } own)
        {
            var call = Method(own, at);
            return value => call(new Copied(value), []);
        }

        return value =>
        {
            interpreter.At = at;
            (value as IDisposable)?.Dispose();
        };
    }

    /// <summary>Something that is done, and then a statement, which are one statement together.</summary>
    private static Sequential Both(SyntaxNode syntax, Action<Frame> first, Statement second) => new Sequential(syntax, first, second);
}
