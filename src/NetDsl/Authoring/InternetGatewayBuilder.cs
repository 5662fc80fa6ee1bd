using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>An internet gateway.</summary>
public sealed partial class InternetGatewayBuilder : ElementBuilder, IRouteTarget
{
    private VpcBuilder? vpc;

    internal InternetGatewayBuilder(RegionBuilder region, Declaration declaration)
        : base(region.Network, declaration)
    {
    }

    /// <summary>Attaches it to a VPC. A gateway is attached to one VPC, and a VPC has one gateway.</summary>
    /// <param name="vpc">A VPC of the same region.</param>
    public InternetGatewayBuilder AttachTo(
        VpcBuilder vpc, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Attach(vpc, Call.Here(file, line).Of(nameof(vpc)));
        return this;
    }

    internal void Attach(VpcBuilder to, Origin origin)
    {
        if (IsLeftOut || to.IsLeftOut || vpc == to)
        {
            return;
        }

        if (!Id.Path.StartsWith(to.Region.Id.Path + "/", StringComparison.Ordinal))
        {
            Network.Problems.Add(
                ProblemKind.OtherRegion,
                $"internet gateway '{Id.Path}' is of another region than VPC '{to.Id.Path}'; declare one there",
                origin);
        }
        else if (vpc is not null)
        {
            Network.Problems.Add(
                ProblemKind.GatewayAttachedAlready,
                $"internet gateway '{Name}' is attached to VPC '{vpc.Name}' already; declare another for VPC '{to.Name}'",
                origin,
                vpc.Origin);
        }
        else if (to.AttachedInternetGateway is { } present)
        {
            Network.Problems.Add(
                ProblemKind.GatewayOfVpcAlready,
                $"VPC '{to.Name}' has the internet gateway '{present.Name}' already; a VPC has one",
                origin,
                present.Origin);
            LeaveOut();
        }
        else
        {
            vpc = to;
            to.AttachedInternetGateway = this;
        }
    }

    internal InternetGateway Build() => new(Id, Origin, vpc?.Id) { RouteTable = Table?.Value.Id };
}
