using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Model;

namespace NetDsl.Evaluation;

/// <summary>The classes that define topologies, and what shape they must have.</summary>
public static class TopologyClasses
{
    /// <summary>The name of the method that describes the network.</summary>
    public const string DefinitionName = "Define";

    /// <summary>The name of <see cref="TopologyAttribute"/> in metadata.</summary>
    public const string AttributeName = "NetDsl.TopologyAttribute";

    /// <summary>Whether the class is marked <c>[Topology]</c>.</summary>
    /// <param name="type">A class of the user's.</param>
    public static bool IsTopology(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: nameof(TopologyAttribute), ContainingNamespace: { Name: nameof(NetDsl), ContainingNamespace.IsGlobalNamespace: true } } found
        && HostTypes.IsOwn(found));

    /// <summary>The method that describes the network; nothing when there is no <c>static void Define(NetworkBuilder)</c>.</summary>
    /// <param name="topologyClass">A class marked <c>[Topology]</c>.</param>
    public static IMethodSymbol? Definition(INamedTypeSymbol topologyClass) =>
        topologyClass.GetMembers(DefinitionName).OfType<IMethodSymbol>().FirstOrDefault(IsDefinition);

    /// <summary>Tells what keeps the class from being a topology.</summary>
    internal static void CheckShape(INamedTypeSymbol topologyClass, FindingLog findings, CancellationToken cancellation)
    {
        var declarations = topologyClass.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .ToList();
        foreach (var declaration in declarations)
        {
            if (ClassFault(topologyClass, declaration) is { } fault)
            {
                findings.Add(EvaluationRules.WrongShape, declaration.SyntaxTree, declaration.Identifier.Span, fault);
            }
        }

        if (Definition(topologyClass) is not null || declarations.Count == 0)
        {
            return;
        }

        var candidates = topologyClass.GetMembers(DefinitionName).OfType<IMethodSymbol>().ToList();
        var text = $"'static void {DefinitionName}({nameof(NetworkBuilder)} network)'";
        if (candidates.Count == 0)
        {
            findings.Add(
                EvaluationRules.WrongShape,
                declarations[0].SyntaxTree,
                declarations[0].Identifier.Span,
                $"topology class '{topologyClass.Name}' describes nothing; give it {text}");
        }

        foreach (var location in candidates.SelectMany(candidate => candidate.Locations).Where(location => location.IsInSource))
        {
            findings.Add(
                EvaluationRules.WrongShape,
                location.SourceTree!,
                location.SourceSpan,
                $"'{DefinitionName}' of topology class '{topologyClass.Name}' has another signature; make it {text}");
        }
    }

    /// <summary>Tells, at the name of the class, which settings of the project cannot be read.</summary>
    internal static void TellFaultsOfSettings(
        INamedTypeSymbol topologyClass, EquatableArray<string> faults, FindingLog findings, CancellationToken cancellation)
    {
        if (faults.Count > 0 && topologyClass.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is TypeDeclarationSyntax declaration)
        {
            findings.Add(EvaluationRules.InvalidSetting, declaration.SyntaxTree, declaration.Identifier.Span, string.Join("; ", faults));
        }
    }

    private static string? ClassFault(INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        var name = $"topology class '{type.Name}'";
        if (type.ContainingType is not null)
        {
            return $"{name} is nested in '{type.ContainingType.Name}', where nothing can be added to it; move it into a namespace";
        }

        if (type.IsGenericType)
        {
            return $"{name} has type parameters; a network is one, leave them out";
        }

        if (type.IsFileLocal)
        {
            return $"{name} is local to its file, so that nothing can be added to it; remove 'file'";
        }

        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return $"{name} is not partial, so that the compiled network cannot be added to it; write 'static partial class {type.Name}'";
        }

        return type.IsStatic ? null : $"{name} is not static; write 'static partial class {type.Name}'";
    }

    private static bool IsDefinition(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true, IsAsync: false, Arity: 0, Parameters: [{ RefKind: RefKind.None, Type: INamedTypeSymbol type }] }
        && HostTypes.IsOwn(type)
        && HostTypes.MetadataName(type) == typeof(NetworkBuilder).FullName;
}
