using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the subnet that has the route to the attachment, where a variable keeps it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ZoneWithoutTransitGatewayAttachmentFix() : AddedSubnetFix(ZoneWithoutTransitGatewayAttachment.Rule, "attachment");
