using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An attachment is in appliance mode by the rules of 2018.</summary>
[Topology]
public static partial class ApplianceModeIn2018
{
    static void Define(NetworkBuilder network)
    {
        network.Profile(SemanticsProfile.Talk2018);
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.Region.TransitGateway("hub").Attach("shop", web).ApplianceMode(); // ND1014 at `ApplianceMode()`: The appliance mode of attachment 'shop' is not allowed where ApplianceMode is off, as in the profile Talk2018 of this network; leave it out, or set ApplianceMode.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ApplianceModeIn2018Repaired
{
    static void Define(NetworkBuilder network)
    {
        network.Profile(SemanticsProfile.Talk2018 with { ApplianceMode = true });
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.Region.TransitGateway("hub").Attach("shop", web).ApplianceMode();
    }
}
