using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Gives the endpoint an interface in a subnet of the zone, where a variable keeps it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EndpointMissesZoneFix() : AddedSubnetFix(EndpointMissesZone.Rule, "endpoint");
