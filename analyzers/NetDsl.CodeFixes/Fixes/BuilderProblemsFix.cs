using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>
/// Does what a builder proposes where it refuses something: writes another value, adds the call that is missing, or takes away what is too much.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BuilderProblemsFix() : FindingFix(
    BuilderProblems.InvalidPrefix,
    BuilderProblems.InvalidName,
    BuilderProblems.DuplicateName,
    BuilderProblems.PrefixLength,
    BuilderProblems.ReservationOutsideSubnet,
    BuilderProblems.AddressReserved,
    BuilderProblems.AddressTaken,
    BuilderProblems.AddressOutsideSubnet,
    BuilderProblems.RuleNumberTaken,
    BuilderProblems.PrefixListEntryTwice,
    BuilderProblems.SecondAddress,
    BuilderProblems.ZoneMeaning,
    BuilderProblems.AssociatedAlready,
    BuilderProblems.GatewayOfVpcAlready,
    BuilderProblems.GatewayAttachedAlready,
    BuilderProblems.ElasticAddressHeld,
    BuilderProblems.PrivateHasPublicAddress,
    BuilderProblems.ZoneServedAlready,
    BuilderProblems.NoIpv6Prefix,
    BuilderProblems.NamedAlready,
    BuilderProblems.RouteTwice,
    BuilderProblems.RouteToReserved,
    BuilderProblems.RouteInsideVpc,
    BuilderProblems.DestinationOfGatewayTable,
    BuilderProblems.AttachmentAssociatedAlready,
    BuilderProblems.AttachmentOfOtherGateway,
    BuilderProblems.NotInThisState,
    BuilderProblems.InsidePrefix,
    BuilderProblems.InsidePrefixTwice,
    BuilderProblems.StaticAndBgp,
    BuilderProblems.AdvertisedTwice,
    BuilderProblems.VlanTaken,
    BuilderProblems.AllowedPrefixTwice,
    BuilderProblems.PropagationFromElsewhere,
    BuilderProblems.EndpointOfTableAlready,
    BuilderProblems.PeeredAlready,
    BuilderProblems.PeeredWithItself,
    BuilderProblems.NotOfThePeering,
    BuilderProblems.PublicAutonomousSystem,
    BuilderProblems.GroupAssociation,
    BuilderProblems.PolicyNotTaken,
    BuilderProblems.GroupSharing,
    BuilderProblems.ApplianceForwardsNothing,
    BuilderProblems.TargetWithoutIpv6,
    BuilderProblems.ServesAlready,
    BuilderProblems.ForwardsOtherwise,
    BuilderProblems.LoadBalancerNotDualStack,
    BuilderProblems.NoIpv6SourceNat,
    BuilderProblems.ListenerTwice,
    BuilderProblems.RegisteredTwice,
    BuilderProblems.OptionNotOffered)
{
    private protected override string Title(FindingSite site) => site switch
    {
        _ when site.Argument(FixArguments.Replacement) is { } replacement => $"Replace by \"{replacement}\"",
        _ when site.Argument(FixArguments.Call) is { } call => $"Add {call}",
        _ => "Remove what is refused",
    };

    private protected override IEnumerable<IEnumerable<SourceEdit>> Alternatives(FindingSite site)
    {
        if (site.Argument(FixArguments.Replacement) is { } replacement)
        {
            return [Literals.Replace(site.Expression, replacement) is { } edit ? [edit] : []];
        }

        if (site.Argument(FixArguments.Call) is { } call)
        {
            return [Calls.Around(site.ExpressionAt(FixArguments.CallPlace)) is { } declaration ? [SourceEdit.InsertAfter(declaration, $".{call}")] : []];
        }

        return site.Argument(FixArguments.Removable) is not null ? Removal.At(site).Select(edit => new[] { edit }) : [];
    }
}
