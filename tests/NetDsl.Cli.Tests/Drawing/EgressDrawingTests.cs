using NetDsl.Cli.Drawing;

namespace NetDsl.Cli.Tests.Drawing;

public class EgressDrawingTests
{
    [Fact]
    public void Dot_and_mermaid_show_regional_nat_gateways_with_their_zones_and_ways_out()
    {
        var (dot, mermaid) = (DotDrawing.Draw(DrawnNetworks.Egress()), MermaidDrawing.Draw(DrawnNetworks.Egress()));

        Assert.Contains("regional NAT gateway\\nregional\\nus-east-1a 203.0.113.10\\nus-east-1b 203.0.113.11", dot, StringComparison.Ordinal);
        Assert.Contains("regional NAT gateway<br/>regional<br/>us-east-1a 203.0.113.10<br/>us-east-1b 203.0.113.11", mermaid, StringComparison.Ordinal);
        Assert.Equal(3, mermaid.Split("-->|\"0.0.0.0/0\"|").Length - 1);
    }

    [Fact]
    public void They_show_secondary_addresses()
    {
        Assert.Contains("as 203.0.113.99", DotDrawing.Draw(DrawnNetworks.Egress()), StringComparison.Ordinal);
        Assert.Contains("as 203.0.113.99", MermaidDrawing.Draw(DrawnNetworks.Egress()), StringComparison.Ordinal);
    }

    [Fact]
    public void They_show_route_servers_and_who_speaks_to_them()
    {
        var mermaid = MermaidDrawing.Draw(DrawnNetworks.Egress());

        Assert.Contains("route server<br/>routes<br/>AS 65100", mermaid, StringComparison.Ordinal);
        Assert.Contains("---|\"fw\"|", mermaid, StringComparison.Ordinal);
        Assert.Contains("route server\\nroutes\\nAS 65100", DotDrawing.Draw(DrawnNetworks.Egress()), StringComparison.Ordinal);
    }
}
