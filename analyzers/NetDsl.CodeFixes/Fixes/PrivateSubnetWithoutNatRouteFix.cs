using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Routes the internet to the NAT gateway that serves the subnet's zone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PrivateSubnetWithoutNatRouteFix() : MissingRouteFix(PrivateSubnetWithoutNatRoute.Rule);
