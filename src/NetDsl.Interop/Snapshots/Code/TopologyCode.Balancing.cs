using NetDsl.Model;
using static NetDsl.Interop.Snapshots.Code.CodeText;

namespace NetDsl.Interop.Snapshots.Code;

/// <content>Load balancers and interface endpoints.</content>
internal sealed partial class TopologyCode
{
    private void WriteLoadBalancers(Vpc vpc)
    {
        foreach (var group in topology.TargetGroups.Where(each => each.Vpc == vpc.Id))
        {
            Declare(
                group.Id,
                [
                    $"{variables[vpc.Id]}.TargetGroup({Literal(group.Name)}, ListenerProtocol.{group.Protocol}, {group.Port}, TargetKind.{group.Kind})",
                    .. group.Targets.Select(target =>
                        $".Target({(target.Interface is { } id ? variables[id] : Literal(target.Address.ToString()!))}, {target.Port}{(target.IsHealthy ? "" : ", healthy: false")})"),
                ]);
        }

        foreach (var balancer in topology.LoadBalancers.Where(each => each.Vpc == vpc.Id))
        {
            var nodes = managed[balancer.Id].ToList();
            Declare(
                balancer.Id,
                [
                    $"{variables[vpc.Id]}.NetworkLoadBalancer({Literal(balancer.Name)})",
                    balancer.Scheme == LoadBalancerScheme.Internal ? ".Internal()" : "",
                    .. nodes.Select(node => $".Subnet({variables[node.Subnet]}, {Elastic(node.PublicAddress)}, {Literal(node.PrivateAddress.ToString())})"),
                    .. nodes.SelectMany(node => node.SecurityGroups).Distinct().Select(group => $".SecurityGroup({variables[group]})"),
                    balancer.CrossZone ? ".CrossZone()" : "",
                    .. balancer.Listeners.Select(listener => $".Listener(ListenerProtocol.{listener.Protocol}, {listener.Port}, {variables[listener.TargetGroup]})"),
                ]);
        }
    }

    private void WriteInterfaceEndpoints(Vpc vpc)
    {
        foreach (var endpoint in topology.VpcEndpoints.Where(each => each.Vpc == vpc.Id && each.Kind == VpcEndpointKind.Interface))
        {
            var own = managed[endpoint.Id].ToList();
            Declare(
                endpoint.Id,
                [
                    $"{variables[vpc.Id]}.InterfaceEndpoint({Literal(endpoint.Name)}, {variables[endpoint.Service.Value]})",
                    $".PrivateDns({(endpoint.PrivateDns ? "true" : "false")})",
                    .. own.Select(each => $".Subnet({variables[each.Subnet]}, {Literal(each.PrivateAddress.ToString())})"),
                    .. own.SelectMany(each => each.SecurityGroups).Distinct().Where(group => group != vpc.DefaultSecurityGroup).Select(group => $".SecurityGroup({variables[group]})"),
                ]);
        }
    }
}
