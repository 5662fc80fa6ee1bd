using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Routes the internet to the internet gateway in the subnet of a NAT gateway.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NatGatewayWithoutInternetFix() : MissingRouteFix(NatGatewayWithoutInternet.Rule);
