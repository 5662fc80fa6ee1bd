using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class InternetRangesTests
{
    [Theory]
    [InlineData("0.0.0.1", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("11.0.0.0", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.64.0.0", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", true)]
    [InlineData("203.0.113.1", true)]
    [InlineData("223.255.255.255", true)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    public void Carries_what_is_neither_private_nor_special(string address, bool carried) =>
        Assert.Equal(carried, InternetRanges.Carries(Ipv4Address.Parse(address)));
}
