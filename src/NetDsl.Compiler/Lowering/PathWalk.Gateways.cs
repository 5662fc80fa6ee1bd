using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through internet gateways and NAT gateways.</content>
internal sealed partial class PathWalk
{
    private PathEnd ToInternetGateway(Subnet subnet, MergedRoute route, InternetGateway gateway)
    {
        var vpc = index.Vpc(subnet);
        if (gateway.Vpc != vpc.Id)
        {
            return DropAtTarget(
                gateway,
                route,
                $"internet gateway '{gateway.Name}' is not attached to VPC '{vpc.Name}'; attach it or route to the VPC's own");
        }

        if (sourceVpc != vpc.Id)
        {
            return Drop(
                gateway,
                DropCode.IgwPublicIpAssociationForEgress,
                $"the source is not of VPC '{vpc.Name}', and internet gateway '{gateway.Name}' knows public addresses of its own VPC only; send it through a NAT gateway");
        }

        steps.Add(new InternetGatewayOutStep(nodes.Of(gateway), SourceVpcNode()));
        sourceVpc = null;
        return Internet(cameFromThere: false);
    }

    private PathEnd ToNatGateway(Subnet subnet, MergedRoute route, NatGateway gateway)
    {
        var home = index.Get<Subnet>(gateway.Subnet);
        if (home.Vpc != subnet.Vpc)
        {
            return DropAtTarget(
                gateway,
                route,
                $"NAT gateway '{gateway.Name}' is of VPC '{index.Vpc(home).Name}', not of '{index.Vpc(subnet).Name}'; route to one of the own VPC");
        }

        if (home.Id != subnet.Id)
        {
            AskAcl(home, inbound: true);
        }

        steps.Add(new NatGatewayStep(nodes.Of(gateway), holders.Of(gateway)));
        sourceVpc = home.Vpc;
        return Leave(home);
    }

    /// <summary>On the internet: back in by a public address of the network, or out of sight.</summary>
    private PathEnd Internet(bool cameFromThere)
    {
        if (holders.HolderOfLive(destination) is { } live)
        {
            steps.Add(new InternetGatewayInStep(nodes.Of(index.GatewayOf(live.Subnet.Vpc)!), live.Holder));
            AskAcl(live.Subnet, inbound: true);
            return Arrive(index.Vpc(live.Subnet));
        }

        if (!InternetRanges.Carries(destination))
        {
            return new DropEnd(
                nodes.Internet,
                DropCode.NotRoutableOnInternet,
                "the internet does not carry private, special and multicast addresses; route them to the peering connection or transit gateway that leads to them",
                Origin.None);
        }

        return cameFromThere || holders.IsPublicAddress(destination)
            ? new DropEnd(
                nodes.Internet,
                DropCode.IgwNoMapping,
                "no attached internet gateway of the network pairs that address with a private one",
                Origin.None)
            : new ExitEnd(nodes.Internet);
    }
}
