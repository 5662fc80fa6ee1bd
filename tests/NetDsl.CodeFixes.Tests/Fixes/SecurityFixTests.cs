namespace NetDsl.CodeFixes.Tests.Fixes;

public class SecurityFixTests
{
    const string Regions = """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16");
        var web = b.SecurityGroup("web");

        """;

    const string Vpcs = """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("us-east-1").Vpc("b", "10.1.0.0/16");
        var web = b.SecurityGroup("web");

        """;

    [Fact]
    public Task A_group_of_another_region_becomes_its_vpcs_prefix() => Repair.Turns(
        "ND3001",
        Regions + """a.SecurityGroup("db").Ingress(Tcp(5432), from: web);""",
        Regions + """a.SecurityGroup("db").Ingress(Tcp(5432), from: "10.1.0.0/16");""");

    [Fact]
    public Task A_group_that_matches_nothing_becomes_its_vpcs_prefix() => Repair.Turns(
        "ND3002",
        Vpcs + """a.SecurityGroup("app").Egress(Tcp(443), web);""",
        Vpcs + """a.SecurityGroup("app").Egress(Tcp(443), "10.1.0.0/16");""");

    [Fact]
    public Task All_references_are_replaced_at_once() => Repair.TurnsAll(
        "ND3001",
        Regions + """a.SecurityGroup("db").Ingress(Tcp(5432), from: web).Ingress(Tcp(22), from: web);""",
        Regions + """a.SecurityGroup("db").Ingress(Tcp(5432), from: "10.1.0.0/16").Ingress(Tcp(22), from: "10.1.0.0/16");""");

    [Fact]
    public Task A_reference_that_a_helper_makes_for_several_is_not_touched() => Repair.IsRefused(
        "ND3001",
        Regions + """
        Open(a, web);
        Open(a, a.SecurityGroup("own"));
        ---
        static void Open(VpcBuilder vpc, SecurityGroupBuilder from) => vpc.SecurityGroup($"for-{from.Name}").Ingress(Tcp(22), from: from);
        """);

    [Fact]
    public Task A_network_acl_lets_replies_through_behind_its_entries() => Repair.Turns(
        "ND3010",
        Tiers("""vpc.NetworkAcl("data").AllowInbound(100, Tcp(5432), from: "10.0.0.0/24")"""),
        Tiers("""vpc.NetworkAcl("data").AllowInbound(100, Tcp(5432), from: "10.0.0.0/24").AllowOutbound(10, TcpRange(1024, 65535), to: "10.0.0.0/24")"""));

    [Fact]
    public Task A_network_acl_whose_entries_stand_elsewhere_is_mended_at_its_declaration() => Repair.Turns(
        "ND3010",
        Tiers("""vpc.NetworkAcl("data")""", """acl.AllowInbound(100, Tcp(5432), from: "10.0.0.0/24").AllowOutbound(100, Tcp(443), to: "0.0.0.0/0");"""),
        Tiers("""vpc.NetworkAcl("data").AllowOutbound(110, TcpRange(1024, 65535), to: "10.0.0.0/24")""", """acl.AllowInbound(100, Tcp(5432), from: "10.0.0.0/24").AllowOutbound(100, Tcp(443), to: "0.0.0.0/0");"""));

    static string Tiers(string acl, string entries = "") => $$"""
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = {{acl}};
        {{entries}}
        vpc.Subnet("app", "10.0.0.0/24", "a").Instance("web", vpc.SecurityGroup("web"));
        vpc.Subnet("data", "10.0.1.0/24", "a").Associate(acl).Instance("db", vpc.SecurityGroup("db").NoEgressByDefault().Ingress(Tcp(5432), from: "10.0.0.0/24"));
        """;
}
