using NetDsl;

namespace Acme.@event;

// The author's own members keep their names, and so does the class.
[Topology]
internal static partial class Network
{
    private const string Vpcs = "10.0.0.0/16";

    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("class", Vpcs);
        var subnet = vpc.Subnet("subnets", "10.0.0.0/24", "a");
        subnet.Instance("web-a");
        subnet.Instance("web_a");
        subnet.Instance("web.a");
        subnet.Instance("db");
        subnet.Instance("Db");
        subnet.Instance("10-gig");
        subnet.Instance("equals");
        subnet.Instance("instances").Interface("second", subnet);
        subnet.Instance("network").Interface("second", subnet);

        var mail = network.Region("us-east-1").Vpc("mail", "10.1.0.0/16").Subnet("subnets", "10.1.0.0/24", "a");
        mail.Instance("10-gig");
    }
}
