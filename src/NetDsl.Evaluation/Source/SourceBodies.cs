using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Evaluation.Source;

/// <summary>
/// The operations of functions and initialisers of the compilation. It keeps one semantic model a tree, and remembers which trees
/// were read: a result stays right as long as they stay.
/// </summary>
internal sealed class SourceBodies(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<ISymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, List<TextSpan>> errors = [];

    // What the C# compiler says of what was read is asked for when it is needed: it costs as much as everything else.
    private readonly List<SyntaxNode> unasked = [];

    private Compilation? sequential;

    public Compilation Compilation => compilation;

    public HashSet<SyntaxTree> ReadTrees { get; } = [];

    /// <summary>Whether the text of a file that was read is no C#, so that something of it may be passed over.</summary>
    public bool HasSyntaxErrors => ReadTrees.Any(tree => tree.GetDiagnostics(cancellation).Any(found => found.DefaultSeverity == DiagnosticSeverity.Error));

    /// <summary>Whether the C# compiler refuses something of what was read.</summary>
    public bool HasErrors => Errors().Values.Any(spans => spans.Count > 0);

    /// <summary>
    /// Whether the C# compiler refuses a declaration somewhere: a call of it may look right where it stands. This asks the whole
    /// compilation.
    /// </summary>
    public bool HasErrorsInDeclarations => compilation.GetParseDiagnostics(cancellation)
        .Concat(compilation.GetDeclarationDiagnostics(cancellation))
        .Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>The body of a static method, accessor or local function; nothing where it has none.</summary>
    public IOperation? OfMethod(IMethodSymbol method)
    {
        var definition = Definition(method);
        return Read(definition, BodyOf);
    }

    /// <summary>The call of the base's constructor behind the name of a type with parameters; nothing where there is none.</summary>
    public IInvocationOperation? BaseCall(INamedTypeSymbol type)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>())
        {
            if (declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } call)
            {
                return Model(call.SyntaxTree).GetOperation(call, cancellation) as IInvocationOperation;
            }
        }

        return null;
    }

    /// <summary>What a field, constant or automatic property starts with.</summary>
    public IOperation? OfInitialiser(ISymbol fieldOrProperty) => Read(fieldOrProperty.OriginalDefinition, InitialiserOf);

    /// <summary>The text that gives a constant or an optional parameter its value; nothing where it is in another assembly.</summary>
    public SyntaxNode? ConstantText(ISymbol symbol)
    {
        var value = Syntax(symbol) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        };
        if (value is not null)
        {
            ReadTrees.Add(value.SyntaxTree);
        }

        return value;
    }

    /// <summary>Whether the C# compiler has something to say about the statement or member around a node.</summary>
    public bool IsErroneous(SyntaxNode node)
    {
        var around = node.FirstAncestorOrSelf<SyntaxNode>(
            candidate => candidate is (StatementSyntax and not BlockSyntax) or MemberDeclarationSyntax) ?? node;
        return Errors().TryGetValue(node.SyntaxTree, out var spans) && spans.Any(span => around.Span.IntersectsWith(span));
    }

    /// <summary>Whether the C# compiler has something to say about a declaration that was asked for.</summary>
    public bool IsErroneous(ISymbol symbol) =>
        Syntax(symbol.OriginalDefinition) is { } node && Errors().TryGetValue(node.SyntaxTree, out var spans) && spans.Any(node.FullSpan.IntersectsWith);

    public static IMethodSymbol Definition(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    /// <summary>
    /// The meaning of a file, without what may be null: that changes no value, and to find it costs more than everything else.
    /// </summary>
    public SemanticModel Model(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model))
        {
#pragma warning disable RSEXPERIMENTAL001 // Public since Roslyn 4.9, and marked as it may change.
            model = compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001
            models.Add(tree, model);
        }

        return model;
    }

    private IOperation? Read(ISymbol symbol, Func<SyntaxNode, SyntaxNode?> partOf)
    {
        if (bodies.TryGetValue(symbol, out var known))
        {
            return known;
        }

        var declaration = Syntax(symbol);
        var node = declaration is null ? null : partOf(declaration);
        var operation = node is null ? null : Model(node.SyntaxTree).GetOperation(node, cancellation);
        bodies.Add(symbol, operation);
        if (declaration is not null)
        {
            ReadTrees.Add(declaration.SyntaxTree);
            if ((node ?? declaration) is not BaseTypeDeclarationSyntax and var read)
            {
                unasked.Add(read);
            }
        }

        return operation;
    }

    private SyntaxNode? Syntax(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .FirstOrDefault(node => compilation.ContainsSyntaxTree(node.SyntaxTree));

    private Dictionary<SyntaxTree, List<TextSpan>> Errors()
    {
        foreach (var node in unasked)
        {
            if (!errors.TryGetValue(node.SyntaxTree, out var spans))
            {
                errors.Add(node.SyntaxTree, spans = []);
            }

            // A suppressed error does not exist in C#, so nothing else has to be asked.
            spans.AddRange(ModelToAsk(node).GetDiagnostics(node.FullSpan, cancellation)
                .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.Location.SourceSpan));
        }

        unasked.Clear();
        return errors;
    }

    /// <summary>
    /// The C# compiler asks itself for diagnostics on threads of a pool, where a chain of thousands of calls overflows the stack and
    /// ends the process. Told to use no other threads, it does it on this one, which has the stack.
    /// </summary>
    private SemanticModel ModelToAsk(SyntaxNode node)
    {
        if (!LongChains.Has(node))
        {
            return Model(node.SyntaxTree);
        }

        sequential ??= compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));
        return sequential.GetSemanticModel(node.SyntaxTree);
    }

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        BaseMethodDeclarationSyntax method => method,
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        AccessorDeclarationSyntax accessor => accessor,
        ArrowExpressionClauseSyntax arrow => arrow,
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        _ => null,
    };

    private static SyntaxNode? InitialiserOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer: { } initialiser } => initialiser,
        PropertyDeclarationSyntax { Initializer: { } initialiser } => initialiser,
        _ => null,
    };
}
