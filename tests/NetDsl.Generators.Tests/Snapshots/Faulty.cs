using NetDsl;

[Topology]
static partial class Faulty
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("edge", "10.0.0.1/24", "a").Instance("lost");
        vpc.Subnet("data", "10.0.1.0/24", "a").Instance("db");
    }
}
