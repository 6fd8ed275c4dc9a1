namespace MapTiler.Tests; public class T { [Xunit.Fact] public void A() => Xunit.Assert.Equal("x", typeof(T).Name); }
