using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>
/// A VPC with two peers that have the same block: the reply to the host 10.0.2.5 of one follows the longest prefix, which leads to the other
/// (interconnect.md, section 1, golden vector 3).
/// </summary>
public sealed class OverlappingPeers
{
    /// <summary>Declares it.</summary>
    /// <param name="twin">Whether the other peer has a host of that address.</param>
    public OverlappingPeers(bool twin)
    {
        var region = Network.Region("us-east-1");
        var (a, b, c) = (region.Vpc("a", "172.16.0.0/16"), region.Vpc("b", "10.0.0.0/16"), region.Vpc("c", "10.0.0.0/16"));
        var (ab, ac) = (Network.Peer("ab", a, b), Network.Peer("ac", a, c));
        a.MainRouteTable.Route("10.0.0.0/16", ac).Route("10.0.1.0/24", ab);
        b.MainRouteTable.Route("172.16.0.0/16", ab);
        c.MainRouteTable.Route("172.16.0.0/16", ac);
        Server = a.Subnet("s", "172.16.0.0/24", "a").Instance("server", Open(a));
        Asking = b.Subnet("s", "10.0.2.0/24", "a").Instance("asking", Open(b)).PrivateIp("10.0.2.5");
        Near = b.Subnet("near", "10.0.1.0/24", "a").Instance("near", b.SecurityGroup("g"));
        var there = c.Subnet("s", "10.0.2.0/24", "a");
        if (twin)
        {
            there.Instance("twin", Open(c)).PrivateIp("10.0.2.5");
        }
    }

    /// <summary>The description.</summary>
    public NetworkBuilder Network { get; } = new();

    /// <summary>Who is asked, in the VPC with the peers.</summary>
    public InstanceBuilder Server { get; }

    /// <summary>Who asks and gets no reply.</summary>
    public InstanceBuilder Asking { get; }

    /// <summary>Who asks from a subnet that has a route of its own.</summary>
    public InstanceBuilder Near { get; }

    static SecurityGroupBuilder Open(VpcBuilder vpc) => vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4);
}
