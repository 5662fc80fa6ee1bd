using NetDsl.Model;

namespace NetDsl;

/// <summary>An egress-only internet gateway, a route target of IPv6 routes of its VPC.</summary>
public sealed class EgressOnlyInternetGatewayBuilder : ElementBuilder, IRouteTarget
{
    internal EgressOnlyInternetGatewayBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration) => Vpc = vpc;

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal EgressOnlyInternetGateway Build() => new(Id, Origin, Vpc.Id);
}
