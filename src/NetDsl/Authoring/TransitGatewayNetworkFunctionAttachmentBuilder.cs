using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Network functions.</content>
public sealed partial class TransitGatewayBuilder
{
    private readonly List<TransitGatewayNetworkFunctionAttachmentBuilder> networkFunctions = [];

    /// <summary>
    /// Declares a network function, such as a network firewall that the vendor runs, and attaches it. What a static route leads into it comes back by the same attachment, and
    /// the table that is associated with it routes it on. Its attachment is always in appliance mode.
    /// </summary>
    /// <param name="name">Unique in the transit gateway.</param>
    public TransitGatewayNetworkFunctionAttachmentBuilder AttachNetworkFunction(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(name));
        Network.Semantics.Need(profile => profile.ApplianceMode, nameof(SemanticsProfile.ApplianceMode), $"network function {Quotation.Of(name)}", origin);
        var function = Network.Names.Declare(ElementKind.NetworkFunction, Id.Path, name, origin, IsLeftOut);
        var attachment = new TransitGatewayNetworkFunctionAttachmentBuilder(
            this,
            Network.Names.Declare(ElementKind.TransitGatewayAttachment, Id.Path, name, origin, function.IsLeftOut),
            function);
        networkFunctions.Add(attachment);
        return Add(attachment);
    }
}

/// <summary>The attachment of a network function to a transit gateway. Source: "How Amazon VPC Transit Gateways work", network function attachments.</summary>
public sealed class TransitGatewayNetworkFunctionAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    private readonly Declaration function;

    internal TransitGatewayNetworkFunctionAttachmentBuilder(TransitGatewayBuilder gateway, Declaration declaration, Declaration function)
        : base(gateway, declaration) => this.function = function;

    internal override string? PropagatesNothing =>
        $"attachment '{Name}' is that of a network function, which propagates nothing; write static routes to it with Route(…)";

    internal NetworkFunction BuildFunction() => new(function.Id, function.Origin);

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id, Origin, TransitGatewayAttachmentKind.NetworkFunction, function.Id, [], SecurityGroupReferencing: false, association)
    {
        State = State,
        ApplianceMode = true,
    };
}
