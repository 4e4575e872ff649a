package picture_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cauviec/internal/picture"
)

var sewing = picture.Card{
	Name: "Cầu Việc", Title: "Công nhân may công nghiệp", Pay: "8,5–11 triệu đồng/tháng", Place: "KCN Quang Châu, Bắc Giang",
	Marks: "Cần 500 người · Ký túc xá · Xe đưa đón · Ăn ca", Promise: "Không thu phí, không đặt cọc, không giữ giấy tờ",
}

func draw(t *testing.T, name string, card picture.Card) image.Image {
	t.Helper()
	drawn, err := picture.Draw(card)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	again, err := picture.Draw(card)
	if err != nil || !bytes.Equal(drawn, again) {
		t.Errorf("%s: two drawings differ (%v)", name, err)
	}
	if len(drawn) > 150_000 {
		t.Errorf("%s weighs %d bytes", name, len(drawn))
	}
	if dir := os.Getenv("PICTURE_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "picture-"+name+".png"), drawn, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	img, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// dark counts the pixels of a part of the picture that are not its paper.
func dark(img image.Image, area image.Rectangle) (n int) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
				n++
			}
		}
	}
	return n
}

func TestPicturesFit(t *testing.T) {
	t.Parallel()
	for name, title := range map[string]string{
		"plain": sewing.Title,
		"long":  "Kỹ thuật viên vận hành, bảo trì dây chuyền ép nhựa chính xác, kiểm tra chất lượng ngoại quan linh kiện điện tử xuất khẩu, làm ca xoay, ưu tiên có nghề",
		"word":  strings.Repeat("ỹ", 150),
		"other": "電子 часы 🙂",
		"empty": "",
	} {
		card := sewing
		card.Title = title
		img := draw(t, name, card)
		if img.Bounds() != image.Rect(0, 0, picture.Width, picture.Height) {
			t.Errorf("%s is %v", name, img.Bounds())
		}
		if n := dark(img, image.Rect(picture.Width-50, 0, picture.Width, picture.Height-90)); n != 0 {
			t.Errorf("%s: %d pixels of letters stand in the margin", name, n)
		}
		if n := dark(img, image.Rect(0, picture.Height-92, picture.Width, picture.Height-87)); n != 0 {
			t.Errorf("%s: %d pixels of letters touch the band", name, n)
		}
	}
}

// TestMarksAreDrawn wants every Vietnamese letter with its mark: each looks
// other than the one without.
func TestMarksAreDrawn(t *testing.T) {
	t.Parallel()
	shape := func(letter string) int {
		return dark(draw(t, "letter", picture.Card{Title: letter, Promise: "–"}), image.Rect(50, 100, 200, 300))
	}
	for plain, marked := range map[string]string{"a": "áàảãạăắằẳẵặâấầẩẫậ", "e": "éèẻẽẹêếềểễệ", "i": "íìỉĩị", "o": "óòỏõọôốồổỗộơớờởỡợ", "u": "úùủũụưứừửữự", "y": "ýỳỷỹỵ", "d": "đ"} {
		least := shape(plain)
		if least == 0 {
			t.Fatalf("%s is not drawn", plain)
		}
		for _, letter := range marked {
			if n := shape(string(letter)); n <= least && letter != 'ị' && letter != 'í' && letter != 'ì' && letter != 'ỉ' && letter != 'ĩ' || n == least {
				t.Errorf("%c has %d dark pixels, %s has %d", letter, n, plain, least)
			}
		}
	}
}
